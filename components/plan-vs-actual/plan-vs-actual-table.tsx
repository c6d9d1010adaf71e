'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import { DataTable } from '../table/data-table'
import { TextLink } from '../ui/text-link'
import { tableColumns } from './columns'
import { EvidenceLayer } from './evidence-layer'
import type { CellContext } from './figure-cell'
import { Notes } from './notes'
import type { Links, ScreenProps } from './screen-props'
import { figureAt, type LineKind, linesOf, rowLines, type TableRow } from './table-row'
import { tableRows } from './table-rows'
import { useFigurePanel } from './use-figure-panel'
import type { View } from './view'

const rowId = (row: TableRow) => row.id
const childrenOf = (row: TableRow) => row.parts
const lineLook = (_row: TableRow, line: string) => ({
  tone: line === 'actual' ? ('strong' as const) : line === 'lastYear' ? ('quiet' as const) : ('plain' as const),
})
const rowLook = (row: TableRow) => ({ rule: row.kind === 'section' ? ('strong' as const) : ('hairline' as const) })

/** Cells a little narrower than other tables', so that nineteen columns fit in 1440 px. */
const NARROW = '[--cell-px:6px]!'

/** 予実表: every figure of the year, computed here from the ledger (DOMAIN §4). Only ever in the browser. */
export default function PlanVsActualTable(props: ScreenProps) {
  const { ledger, style, view, links } = props
  const t = useTranslations('plan-vs-actual')
  const { mode } = view
  const context = useMemo(() => ({ ledger, mode, style, t }), [ledger, mode, style, t])
  const rows = useMemo(() => tableRows({ ledger, mode, locale: style.locale, t }), [ledger, mode, style.locale, t])
  // Its own element, so that opening a panel does not draw a thousand cells anew.
  const table = useMemo(
    () => <Blocks context={context} rows={rows} view={view} toActuals={links.actuals} />,
    [context, rows, view, links.actuals],
  )
  const panel = useFigurePanel()
  const figure = panel.figure?.isConnected ? figureAt(panel.figure.dataset.figure ?? '', rows) : null
  return (
    <>
      <div {...panel.regionProps}>{table}</div>
      {panel.figure && figure && (
        <EvidenceLayer
          figure={panel.figure}
          of={{ kind: 'table', at: figure, context }}
          onClose={panel.close}
          panelProps={panel.panelProps}
          link={<SourceLink line={figure.line} links={links} />}
        />
      )}
    </>
  )
}

/** The way to what a figure was computed from. */
function SourceLink({ line, links }: { readonly line: LineKind; readonly links: Links }) {
  const t = useTranslations('plan-vs-actual')
  if (line === 'plan') return <TextLink href={links.plan}>{t('evidence.toPlan')}</TextLink>
  return <TextLink href={links.actuals}>{t('evidence.toActuals')}</TextLink>
}

type BlocksProps = {
  readonly context: CellContext
  readonly rows: readonly TableRow[]
  readonly view: View
  readonly toActuals: string
}

function Blocks({ context, rows, view, toActuals }: BlocksProps) {
  const { t, ledger } = context
  const columns = useMemo(() => tableColumns(context), [context])
  const lines = useMemo(() => {
    const shown = linesOf(ledger)
    return (row: TableRow) => rowLines(row, shown)
  }, [ledger])
  const [open, setOpen] = useOpenRows(rows, view)
  return (
    <DataTable
      label={t('table.region')}
      columns={columns}
      rows={rows}
      rowId={rowId}
      childrenOf={childrenOf}
      lines={lines}
      lineLook={lineLook}
      rowLook={rowLook}
      open={open}
      onOpenChange={setOpen}
      openLabel={(row) => t('table.open', { name: row.name })}
      compact
      className={NARROW}
      footnote={<Notes {...context} rows={rows} toActuals={toActuals} />}
    />
  )
}

/** Which blocks show their channels: in the URL by key, in the table by row. */
function useOpenRows(rows: readonly TableRow[], { open, change }: View) {
  const isOpen = useMemo(() => Object.fromEntries(open.map((key) => [key, true])), [open])
  const setOpen = useCallback(
    (next: true | Record<string, boolean>) => {
      const keys = next === true ? rows.map(rowId) : Object.keys(next).filter((key) => next[key])
      change({ open: keys.length > 0 ? keys : null })
    },
    [change, rows],
  )
  return [isOpen, setOpen] as const
}
