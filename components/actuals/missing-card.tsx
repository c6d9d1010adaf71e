'use client'

import { useTranslations } from 'next-intl'
import type { Checks, Doubt } from '#lib/actuals/checks'
import type { GridRow } from '#lib/actuals/grid'
import type { MissingCell } from '#lib/actuals/missing-cells'
import type { Position } from '#lib/actuals/move'
import { Card } from '../ui/card'
import { CheckLine } from './check-line'
import type { Words } from './use-words'

type MissingCardProps = {
  readonly missing: readonly MissingCell[]
  /** Whether anything is expected yet: a plan, or a first figure. */
  readonly awaited: boolean
  readonly checks: Checks
  readonly rows: readonly GridRow[]
  readonly words: Words
  readonly onGo: (at: Position) => void
}

/** What is still to be entered, by month, with the way there; and what does not fit together. */
export function MissingCard({ missing, awaited, checks, rows, words, onGo }: MissingCardProps) {
  const t = useTranslations('actuals')
  const months = [...new Set(missing.map((cell) => cell.month))]
  return (
    <Card title={t('missingTitle')} actions={missing.length > 0 && t('left', { count: missing.length })}>
      {!awaited ? (
        <p className="text-small text-text-2">{t('nothingAwaited')}</p>
      ) : (
        <ul className="-my-1.5">
          {missing.length === 0 && <CheckLine passed title={t('complete')} detail={t('nothingMissing')} />}
          {months.map((month) => (
            <MissingMonth
              key={month}
              month={month}
              cells={missing.filter((cell) => cell.month === month)}
              rows={rows}
              words={words}
              onGo={onGo}
            />
          ))}
          <DoubtLine kind="moreWon" doubts={checks.moreWon} rows={rows} words={words} onGo={onGo} />
          <DoubtLine kind="oneSided" doubts={checks.oneSided} rows={rows} words={words} onGo={onGo} />
        </ul>
      )}
    </Card>
  )
}

type Places = Pick<MissingCardProps, 'rows' | 'words' | 'onGo'>

function MissingMonth(props: Places & { readonly month: number; readonly cells: readonly MissingCell[] }) {
  const { month, cells, rows, words, onGo } = props
  const t = useTranslations('actuals')
  const [first] = cells
  const row = first && rows[first.row]
  if (first === undefined || row === undefined) return null
  return (
    <CheckLine
      passed={false}
      title={t('missingIn', { month: words.month(month), count: cells.length })}
      detail={cells.length === 1 ? words.row(row) : t('fromOn', { first: words.row(row) })}
      go={{ label: t('goTo', { cell: words.cell(row, month) }), onGo: () => onGo(first) }}
    />
  )
}

function DoubtLine(props: Places & { readonly kind: keyof Checks; readonly doubts: readonly Doubt[] }) {
  const { kind, doubts, rows, words, onGo } = props
  const t = useTranslations('actuals')
  const [first] = doubts
  const at = rows.findIndex((row) => row.key === first?.row)
  const row = rows[at]
  if (first === undefined || row === undefined) {
    return <CheckLine passed title={t(`check.${kind}`)} detail={t(`check.${kind}Rule`)} />
  }
  const cell = words.cell(row, first.month)
  return (
    <CheckLine
      passed={false}
      title={t(`check.${kind}`)}
      detail={t(`check.${kind}Fault`, { cell, count: doubts.length })}
      go={{ label: t('goTo', { cell }), onGo: () => onGo({ row: at, month: first.month }) }}
    />
  )
}
