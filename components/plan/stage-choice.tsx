'use client'

import { useTranslations } from 'next-intl'
import type { StageKey } from '#lib/funnel/stages'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { usePlanView } from './plan-view'

type StageChoiceProps = {
  readonly label: string
  readonly value: StageKey | null
  readonly choices: readonly StageKey[]
  readonly readOnly: boolean
  readonly onChange: (stage: StageKey | null) => void
}

/** One of the organisation's stages; one that it no longer has stays choosable until another is chosen. */
export function StageChoice({ label, value, choices, readOnly, onChange }: StageChoiceProps) {
  const t = useTranslations('plan')
  const { stageLabel } = usePlanView()
  const odd = value !== null && !choices.includes(value)
  return (
    <Field label={label} layout="row">
      <Select
        boxClassName="w-44"
        disabled={readOnly}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        {value === null && <option value="">{t('noStage')}</option>}
        {odd && <option value={value}>{stageLabel(value)}</option>}
        {choices.map((stage) => (
          <option key={stage} value={stage}>
            {stageLabel(stage)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
