'use client'

import type { ReactNode } from 'react'
import { Field } from '../ui/field'
import { NumberInput } from '../ui/input'
import { tidied } from './field-text'
import { faultId, useFault, useFaultSentence, useTyping } from './plan-faults'
import { usePlanView } from './plan-view'

export type FigureKind = 'amount' | 'percent' | 'decimal'

type NumberCellProps = {
  /** Path in the draft, by which faults are found. */
  readonly field: string
  readonly kind: FigureKind
  readonly text: string
  readonly onText: (text: string) => void
  readonly readOnly: boolean
  readonly unit?: ReactNode
  /** Names the field where no label around it does. */
  readonly name?: string
  readonly boxClassName?: string
  readonly className?: string
}

/** A figure as typed; written tidily when it is left. Its fault is shown by FaultLine or by the Field around it. */
export function NumberCell({ field, kind, text, onText, readOnly, name, ...look }: NumberCellProps) {
  const { currency, decimals } = usePlanView()
  const fault = useFault(field)
  const { enter, leave } = useTyping()
  return (
    <NumberInput
      {...look}
      data-field={field}
      aria-label={name}
      aria-describedby={name !== undefined && fault ? faultId(field) : undefined}
      invalid={fault !== null}
      readOnly={readOnly}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onFocus={() => enter(field)}
      onBlur={() => {
        leave()
        const tidy = tidied(kind, text, currency, decimals)
        if (tidy !== text) onText(tidy)
      }}
    />
  )
}

/** Label, figure and its sentence. */
export function NumberField({
  label,
  hint,
  ...cell
}: Omit<NumberCellProps, 'name'> & { readonly label: string; readonly hint?: ReactNode }) {
  const fault = useFault(cell.field)
  const sentence = useFaultSentence()
  return (
    <Field label={label} hint={hint} layout="row" error={fault ? sentence(fault) : undefined}>
      <NumberCell {...cell} />
    </Field>
  )
}
