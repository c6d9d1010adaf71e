'use client'

import { TriangleAlert } from 'lucide-react'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { classes } from './classes'

/** What a control inside a Field needs to be named and described by it. */
type FieldControl = { readonly id: string; readonly describedBy: string | undefined; readonly invalid: boolean }

const FieldContext = createContext<FieldControl | null>(null)

/** The surrounding Field's id, description and state; null when the control stands alone. */
export function useFieldControl(): FieldControl | null {
  return useContext(FieldContext)
}

type FieldProps = {
  readonly label: ReactNode
  /** What happened, then what to do. Shown with an icon and announced; nothing typed is lost. */
  readonly error?: ReactNode
  readonly hint?: ReactNode
  /** `row` puts the label on the left and the control on the right. */
  readonly layout?: 'stacked' | 'row'
  /** Hides the label from the eye, not from a screen reader (table-like forms). */
  readonly hideLabel?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** One label, one control (TextInput, NumberInput, Select, TextArea), its hint and its error. */
export function Field({ label, error, hint, layout = 'stacked', hideLabel, className, children }: FieldProps) {
  const id = useId()
  const invalid = error !== undefined && error !== null && error !== ''
  const described = [hint !== undefined && `${id}-hint`, invalid && `${id}-error`].filter(Boolean).join(' ')
  return (
    <FieldContext value={{ id, invalid, describedBy: described === '' ? undefined : described }}>
      <div className={classes('grid min-w-0 gap-1', className)}>
        <div
          className={
            layout === 'row' ? 'grid grid-cols-[minmax(0,1fr)_minmax(0,auto)] items-center gap-3' : 'grid gap-1'
          }
        >
          <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-text-2 leading-ui'}>
            {label}
          </label>
          {children}
        </div>
        {hint !== undefined && (
          <div id={`${id}-hint`} className={classes('text-small text-text-3', layout === 'row' && 'text-right')}>
            {hint}
          </div>
        )}
        {invalid && (
          <div id={`${id}-error`} role="alert" className="flex gap-1.5 text-small leading-text text-bad">
            <TriangleAlert aria-hidden="true" size={14} className="mt-0.75 shrink-0" />
            <span>{error}</span>
          </div>
        )}
      </div>
    </FieldContext>
  )
}
