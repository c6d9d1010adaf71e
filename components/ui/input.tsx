'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes'
import { useFieldControl } from './field'

type InputProps = Omit<ComponentProps<'input'>, 'size'> & {
  /** Stands after the value, inside the box: 円, %, か月. */
  readonly unit?: ReactNode
  /** Marks the box as wrong when no Field around it does. */
  readonly invalid?: boolean
  /** Width of the box, as a class. */
  readonly boxClassName?: string
}

const BOX = classes(
  'inline-flex h-(--control-h) min-w-0 items-center gap-1.5 rounded-2 border bg-surface px-2.25',
  'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-focus',
  'has-[:disabled]:border-border-strong has-[:disabled]:bg-surface-3 has-[:disabled]:text-text-3',
  'has-[input:read-only]:border-border has-[input:read-only]:bg-surface-2',
)

/** A line of text. Takes its id, description and error state from the Field around it. */
export function TextInput({ unit, invalid, boxClassName, className, ...rest }: InputProps) {
  const field = useFieldControl()
  const unitId = useId()
  const wrong = invalid ?? field?.invalid ?? false
  const described = [rest['aria-describedby'] ?? field?.describedBy, unit !== undefined && unitId].filter(Boolean)
  return (
    <span
      className={classes(BOX, wrong ? 'border-bad inset-ring-1 inset-ring-bad' : 'border-border-control', boxClassName)}
    >
      <input
        type="text"
        {...rest}
        id={rest.id ?? field?.id}
        aria-invalid={wrong || undefined}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        className={classes(
          'h-full w-full min-w-0 bg-transparent outline-none placeholder:text-text-3 max-tablet:text-title',
          className,
        )}
      />
      {unit !== undefined && (
        <span id={unitId} className="text-small whitespace-nowrap text-text-3">
          {unit}
        </span>
      )}
    </span>
  )
}

/**
 * A figure as typed: a right-aligned text field that takes anything, so that no keystroke is swallowed.
 * Parsing, and formatting when it loses focus, are the caller's.
 */
export function NumberInput({ className, ...rest }: InputProps) {
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={classes('text-right font-strong', className)}
    />
  )
}

/** Several lines of text. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  const field = useFieldControl()
  return (
    <textarea
      rows={3}
      {...rest}
      id={rest.id ?? field?.id}
      aria-invalid={field?.invalid || undefined}
      aria-describedby={rest['aria-describedby'] ?? field?.describedBy}
      className={classes(
        'min-w-0 rounded-2 border bg-surface px-2.25 py-1.5 leading-text max-tablet:text-title',
        field?.invalid ? 'border-bad inset-ring-1 inset-ring-bad' : 'border-border-control',
        className,
      )}
    />
  )
}
