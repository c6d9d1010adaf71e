import type { ReactNode } from 'react'
import { type VerdictKind, VerdictMark } from '../kpi/verdict-mark'

/** A name with its unit: リード 件. */
export function NameCell({ unit, children }: { readonly unit?: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      {children}
      {unit !== undefined && <small className="ml-1.25 font-regular text-text-3">{unit}</small>}
    </>
  )
}

type MarkedProps = {
  /** Formatted figure. */
  readonly children: ReactNode
  /** What the mark means, for a screen reader; the note under the table says it in full. */
  readonly meaning: string
}

/** ＊ Some cells are blank: figure of the entered ones. */
export function PartialCell({ children, meaning }: MarkedProps) {
  return (
    <span className="border-b border-dotted border-watch">
      {children}
      <sup className="text-[0.75em] leading-none text-watch">
        <span aria-hidden="true">＊</span>
        <span className="sr-only">{meaning}</span>
      </sup>
    </span>
  )
}

/** 累 Judged from the year's first month on. `mark` is the sign itself; it may stand in the cell's padding. */
export function CumulativeCell({ children, meaning, mark }: MarkedProps & { readonly mark: string }) {
  return (
    <span className="inline-flex items-baseline gap-0.5">
      {children}
      <span className="-mr-1.25 text-[9px] font-regular text-text-3">
        <span aria-hidden="true">{mark}</span>
        <span className="sr-only">{meaning}</span>
      </span>
    </span>
  )
}

type VerdictCellProps = { readonly verdict: VerdictKind | null; readonly label?: string; readonly children: ReactNode }

/** A judged ratio, tightly set for a table's cell. */
export function VerdictCell(props: VerdictCellProps) {
  return <VerdictMark {...props} tight />
}

/** Two figures in one cell: actual / plan. */
export function PairCell({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) {
  return (
    <span className="tracking-[-0.02em]">
      <b className="text-text">{first}</b>
      <span className="text-text-3">/{second}</span>
    </span>
  )
}
