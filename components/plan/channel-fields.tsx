'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type StageKey, stagesFrom } from '#lib/funnel/stages'
import { ChannelName } from '../kpi/channel-dot'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { NumberField } from './number-field'
import { FaultLine } from './plan-faults'
import type { ChannelForm } from './plan-form'
import { usePlanView } from './plan-view'
import { TransitionFields } from './transition-fields'

type ChannelFieldsProps = {
  readonly channel: ChannelForm
  /** Path in the draft: channels.0 */
  readonly at: string
  readonly readOnly: boolean
  readonly onChange: (part: Partial<ChannelForm>) => void
  /** Null at the end of the list. */
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onRemove: () => void
}

/** Every assumption of one channel but its share. */
export function ChannelFields({ channel, at, readOnly, onChange, onUp, onDown, onRemove }: ChannelFieldsProps) {
  const t = useTranslations('plan')
  const { channelOf, amountLabel, stageLabel, stages } = usePlanView()
  const { name, colour } = channelOf(channel.channelId)
  return (
    <div className="grid gap-2 border-t pt-3">
      <div className="flex items-center justify-between gap-2">
        <h4 className="min-w-0 font-strong">
          <ChannelName colour={colour}>{name}</ChannelName>
        </h4>
        {!readOnly && <ChannelOrder name={name} onUp={onUp} onDown={onDown} onRemove={onRemove} />}
      </div>
      <div className="grid gap-1.5">
        <StageChoice
          label={t('entry')}
          value={channel.entry}
          choices={stages}
          readOnly={readOnly}
          onChange={(entry) => entry !== null && onChange({ entry })}
        />
        <FaultLine field={`${at}.entry`} />
        <NumberField
          field={`${at}.dealSize`}
          kind="amount"
          label={t('dealSize')}
          text={channel.dealSize}
          onText={(dealSize) => onChange({ dealSize })}
          readOnly={readOnly}
          unit={amountLabel}
          boxClassName="w-44"
        />
      </div>
      <TransitionFields channel={channel} at={at} readOnly={readOnly} onChange={onChange} />
      <div className="grid gap-1.5">
        <NumberField
          field={`${at}.unitCost`}
          kind="amount"
          label={
            channel.unitCostStage === null
              ? t('unitCost')
              : t('unitCostOf', { stage: stageLabel(channel.unitCostStage) })
          }
          text={channel.unitCost}
          onText={(unitCost) =>
            // The first cost typed is that of the entry, until another stage is chosen.
            onChange({ unitCost, unitCostStage: channel.unitCostStage ?? channel.entry })
          }
          readOnly={readOnly}
          unit={amountLabel}
          boxClassName="w-44"
        />
        <StageChoice
          label={t('unitCostStage')}
          value={channel.unitCostStage}
          choices={stagesFrom(stages, channel.entry)}
          readOnly={readOnly}
          onChange={(unitCostStage) => onChange({ unitCostStage })}
        />
        <FaultLine field={`${at}.unitCostStage`} />
        <NumberField
          field={`${at}.fixedCostPerMonth`}
          kind="amount"
          label={t('fixedCost')}
          text={channel.fixedCostPerMonth}
          onText={(fixedCostPerMonth) => onChange({ fixedCostPerMonth })}
          readOnly={readOnly}
          unit={amountLabel}
          boxClassName="w-44"
        />
      </div>
    </div>
  )
}

type StageChoiceProps = {
  readonly label: string
  readonly value: StageKey | null
  readonly choices: readonly StageKey[]
  readonly readOnly: boolean
  readonly onChange: (stage: StageKey | null) => void
}

function StageChoice({ label, value, choices, readOnly, onChange }: StageChoiceProps) {
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

function ChannelOrder({
  name,
  onUp,
  onDown,
  onRemove,
}: Pick<ChannelFieldsProps, 'onUp' | 'onDown' | 'onRemove'> & { readonly name: string }) {
  const t = useTranslations('plan')
  return (
    <span className="flex gap-0.5">
      <Button
        size="small"
        variant="text"
        disabled={onUp === null}
        onClick={onUp ?? undefined}
        aria-label={t('moveUp', { channel: name })}
        icon={<ArrowUp aria-hidden="true" size={14} />}
      />
      <Button
        size="small"
        variant="text"
        disabled={onDown === null}
        onClick={onDown ?? undefined}
        aria-label={t('moveDown', { channel: name })}
        icon={<ArrowDown aria-hidden="true" size={14} />}
      />
      <Button
        size="small"
        variant="text"
        onClick={onRemove}
        aria-label={t('removeChannel', { channel: name })}
        icon={<X aria-hidden="true" size={14} />}
      >
        {t('remove')}
      </Button>
    </span>
  )
}
