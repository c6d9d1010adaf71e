import type { ReactNode } from 'react'
import { moneyUnitLabel } from '#lib/format'
import type { FigureStyle } from './figure-text'

/** The money unit of a figure in the strip. */
export const moneyLabel = (style: FigureStyle) => moneyUnitLabel(style.unit, style)

type SummaryCellProps = { readonly label: string; readonly children: ReactNode; readonly note: ReactNode }

/** One figure of the strip: its name, the figure, what it stands beside. */
export function SummaryCell({ label, children, note }: SummaryCellProps) {
  return (
    <div className="bg-surface px-4 py-3">
      <h2 className="text-small font-regular text-text-2">{label}</h2>
      <p className="leading-figure">{children}</p>
      <div className="flex min-h-5 flex-wrap items-center gap-x-3 text-small text-text-2">{note}</div>
    </div>
  )
}

/** ＊ The figure rests on blank cells. */
export function Partial({ meaning }: { readonly meaning: string }) {
  return (
    <span className="text-watch">
      ＊<span className="sr-only">{meaning}</span>
    </span>
  )
}
