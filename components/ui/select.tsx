'use client'

import { ChevronDown } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes'
import { useFieldControl } from './field'

type SelectProps = ComponentProps<'select'> & {
  /** A small label inside the box (単位, 期間), which also names the control. */
  readonly caption?: ReactNode
  readonly small?: boolean
  readonly boxClassName?: string
}

/** The browser's own choice list: it works with every keyboard, phone and screen reader. */
export function Select({ caption, small, boxClassName, className, children, ...rest }: SelectProps) {
  const field = useFieldControl()
  const own = useId()
  const id = rest.id ?? field?.id ?? own
  return (
    <span
      className={classes(
        'relative inline-flex min-w-0 items-center rounded-2 border bg-surface',
        'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-focus',
        'has-[:disabled]:border-border-strong has-[:disabled]:bg-surface-3 has-[:disabled]:text-text-3',
        field?.invalid ? 'border-bad inset-ring-1 inset-ring-bad' : 'border-border-control',
        small ? 'h-6.5 text-small pointer-coarse:h-(--control-h)' : 'h-(--control-h)',
        boxClassName,
      )}
    >
      {caption !== undefined && (
        <label htmlFor={id} className="pl-2.5 text-small whitespace-nowrap text-text-3">
          {caption}
        </label>
      )}
      <select
        {...rest}
        id={id}
        aria-invalid={field?.invalid || undefined}
        aria-describedby={rest['aria-describedby'] ?? field?.describedBy}
        className={classes(
          'h-full w-full min-w-0 appearance-none bg-transparent pr-7 pl-2.25 text-ellipsis outline-none',
          className,
        )}
      >
        {children}
      </select>
      <ChevronDown aria-hidden="true" size={13} className="pointer-events-none absolute right-2.25 text-text-3" />
    </span>
  )
}
