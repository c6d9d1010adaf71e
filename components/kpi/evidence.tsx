'use client'

import type { ReactNode } from 'react'
import { Popover } from '../ui/popover'

export type EvidenceLine = { readonly label: string; readonly value: ReactNode }

type EvidenceProps = {
  /** The figure, as it stands in the page; dashed below, because it opens. */
  readonly children: ReactNode
  /** How the figure comes about: 達成率 = 実績 ÷ 計画. */
  readonly formula: string
  /** Operands, period, source rows. */
  readonly lines: readonly EvidenceLine[]
  /** The way to the records. */
  readonly link?: ReactNode
}

/** A figure that says where it comes from: formula, operands, period, records. */
export function Evidence({ children, formula, lines, link }: EvidenceProps) {
  return (
    <Popover
      label={formula}
      className="w-60"
      trigger={
        <button
          type="button"
          className="border-b border-dashed border-border-control pb-px text-left hover:border-accent"
        >
          {children}
        </button>
      }
    >
      <strong>{formula}</strong>
      <dl className="my-1.5">
        {lines.map((line) => (
          <div key={line.label} className="flex justify-between gap-4 leading-text">
            <dt className="text-text-3">{line.label}</dt>
            <dd className="text-right">{line.value}</dd>
          </div>
        ))}
      </dl>
      {link}
    </Popover>
  )
}
