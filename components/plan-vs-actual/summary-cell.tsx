import type { ComponentProps, ReactNode } from 'react'
import { moneyUnitLabel } from '#lib/format'
import type { FigureStyle } from './figure-text'

/** The money unit of a figure in the strip. */
export const moneyLabel = (style: FigureStyle) => moneyUnitLabel(style.unit, style)

type SummaryCellProps = Omit<ComponentProps<'div'>, 'className'> & {
  readonly label: string
  readonly note: ReactNode
  /** What the figure rests on, while it is asked for. */
  readonly evidence?: ReactNode
}

/** One figure of the strip: its name, the figure, what it stands beside. */
export function SummaryCell({ label, children, note, evidence, ...region }: SummaryCellProps) {
  return (
    <div {...region} className="bg-surface px-3 py-3">
      <h2 className="text-small font-regular text-text-2">{label}</h2>
      <p className="leading-figure">{children}</p>
      <div className="flex min-h-5 flex-wrap items-center gap-x-3 text-small text-text-2">{note}</div>
      {evidence}
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
