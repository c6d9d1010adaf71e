'use client'

import { memo, type ReactNode, useRef } from 'react'
import { Field } from '../ui/field'
import { NumberInput } from '../ui/input'
import { regrouped, samePlace, tidied } from './field-text'
import { textIn } from './form-field'
import { faultId, useFaultSentence } from './plan-faults'
import { usePlanView } from './plan-view'
import { useFault, useFieldText, usePlanStore } from './use-plan'

export type FigureKind = 'amount' | 'percent' | 'decimal'

type NumberCellProps = {
  /** Path in the draft, by which its text and its faults are found. */
  readonly field: string
  readonly kind: FigureKind
  readonly readOnly: boolean
  readonly unit?: ReactNode
  /** Names the field where no label around it does. */
  readonly name?: string
  readonly boxClassName?: string
  readonly className?: string
}

/** A figure as typed; written tidily when it is left. Its fault is shown by FaultLine or by the Field around it. */
export const NumberCell = memo(function NumberCell({ field, kind, readOnly, name, ...look }: NumberCellProps) {
  const { currency, decimals } = usePlanView()
  const plan = usePlanStore()
  const text = useFieldText(field)
  const fault = useFault(field)
  const beforeComposing = useRef('')
  /** `before` is the text before the key; null while an input method still holds the text. */
  function typed(input: HTMLInputElement, before: string | null) {
    if (kind === 'amount' && before !== null) keepGroups(input, before)
    plan.type(field, input.value)
  }
  return (
    <NumberInput
      {...look}
      data-field={field}
      aria-label={name}
      aria-describedby={name !== undefined && fault ? faultId(field) : undefined}
      invalid={fault !== null}
      readOnly={readOnly}
      value={text}
      onChange={({ target, nativeEvent }) => {
        const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing
        typed(target, composing ? null : text)
      }}
      onCompositionStart={() => {
        beforeComposing.current = text
      }}
      onCompositionEnd={({ currentTarget }) => typed(currentTarget, beforeComposing.current)}
      onFocus={() => plan.enter(field)}
      onBlur={() => {
        plan.leave()
        const left = textIn(plan.state.form, field)
        const tidy = tidied(kind, left, currency, decimals)
        if (tidy !== left) plan.type(field, tidy)
      }}
    />
  )
})

/** Groups the digits anew around the cursor, which stays between the same two of them. */
function keepGroups(input: HTMLInputElement, before: string): void {
  const { value, selectionStart } = input
  const grouped = regrouped(before, value)
  if (grouped === value) return
  const place = samePlace(grouped, value, selectionStart ?? value.length)
  input.value = grouped
  input.setSelectionRange(place, place)
}

type NumberFieldProps = Omit<NumberCellProps, 'name'> & { readonly label: string; readonly hint?: ReactNode }

/** Label, figure and its sentence. */
export const NumberField = memo(function NumberField({ label, hint, ...cell }: NumberFieldProps) {
  const fault = useFault(cell.field)
  const sentence = useFaultSentence()
  return (
    <Field label={label} hint={hint} layout="row" error={fault ? sentence(fault) : undefined}>
      <NumberCell {...cell} />
    </Field>
  )
})
