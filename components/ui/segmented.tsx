'use client'

import { type ReactNode, useId } from 'react'
import { classes } from './classes'

export type Segment<Value extends string> = {
  readonly value: Value
  readonly label: ReactNode
  readonly disabled?: boolean
}

type SegmentedProps<Value extends string> = {
  /** Names the group for a screen reader. */
  readonly label: string
  readonly segments: readonly Segment<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly small?: boolean
  readonly className?: string
}

/** One of a few views or modes: radio buttons, so that the arrow keys move the choice. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, segments, value, onChange, small, className } = props
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classes(
        'inline-flex min-w-0 gap-0.5 rounded-2 border border-border-control bg-surface p-0.5',
        small ? 'h-6.5 text-small pointer-coarse:h-(--control-h)' : 'h-(--control-h)',
        className,
      )}
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={classes(
            'relative inline-flex min-w-0 flex-auto cursor-pointer items-center justify-center gap-1.5 rounded-[4px] whitespace-nowrap text-text-2 transition-colors',
            'hover:text-text has-[:checked]:bg-accent-soft has-[:checked]:font-strong has-[:checked]:text-accent',
            'has-[:disabled]:cursor-not-allowed has-[:disabled]:text-text-3',
            'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus',
            small ? 'px-2.25' : 'px-2.75',
          )}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.disabled}
            onChange={() => onChange(segment.value)}
            className="absolute inset-0 cursor-[inherit] appearance-none outline-none"
          />
          {segment.label}
        </label>
      ))}
    </div>
  )
}
