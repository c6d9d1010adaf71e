'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import type { SettableLine } from '#lib/forecast/line-landing'
import { DataTable } from '../table/data-table'
import { TextLink } from '../ui/text-link'
import { tableColumns } from './columns'
import { EvidenceLayer } from './evidence-layer'
import type { CellContext } from './figure-cell'
import { Notes } from './notes'
import { openIds } from './open-rows'
import type { Links, ScreenProps } from './screen-props'
import { figureAt, type LineKind, linesOf, rowLines, type TableRow } from './table-row'
import { useFigurePanel } from './use-figure-panel'
import type { View } from './view'

const LandingDialog = dynamic(() => import('./landing-dialog'), { ssr: false })

const rowId = (row: TableRow) => row.id
const childrenOf = (row: TableRow) => row.parts
const lineLook = (_row: TableRow, line: string) => ({
  tone: line === 'actual' ? ('strong' as const) : line === 'lastYear' ? ('quiet' as const) : ('plain' as const),
})
const rowLook = (row: TableRow) => ({ rule: row.kind === 'section' ? ('strong' as const) : ('hairline' as const) })

/** Cells a little narrower than other tables', so that nineteen columns fit in 1440 px. */
const NARROW = '[--cell-px:6px]!'

type TableProps = ScreenProps & { readonly rows: readonly TableRow[] }

/** Every figure of the year (DOMAIN §4), and what the figure under the pointer or the focus rests on. */
export function PlanVsActualTable({ ledger, style, view, links, landing, rows }: TableProps) {
  const t = useTranslations('plan-vs-actual')
  const { mode } = view
  const [settled, setSettled] = useState<SettableLine | null>(null)
  const canSet = landing !== null && ledger.actualsThrough < 11
  const context = useMemo(
    () => ({ ledger, mode, style, t, onSet: canSet ? setSettled : undefined }),
    [ledger, mode, style, t, canSet],
  )
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
      {landing && settled && (
        <LandingDialog {...{ ledger, style, landing }} line={settled} onClose={() => setSettled(null)} />
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
      openLabel={(row) => t(row.kind === 'part' ? 'table.openPart' : 'table.open', { name: row.name })}
      compact
      className={NARROW}
      footnote={<Notes {...context} rows={rows} toActuals={toActuals} />}
    />
  )
}

/** Which rows are open: in the URL by id or all at once, in the table by row. */
function useOpenRows(rows: readonly TableRow[], { open, change }: View) {
  const isOpen = useMemo(() => Object.fromEntries(openIds(open, rows).map((id) => [id, true])), [open, rows])
  const setOpen = useCallback(
    (next: true | Record<string, boolean>) => {
      const ids = next === true ? rows.map(rowId) : Object.keys(next).filter((id) => next[id])
      change({ open: ids.length > 0 ? ids : null })
    },
    [change, rows],
  )
  return [isOpen, setOpen] as const
}
