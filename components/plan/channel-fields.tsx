'use client'

import { useTranslations } from 'next-intl'
import type { Campaign } from '#lib/campaign'
import type { AmountEvidence } from '#lib/funnel/evidence'
import type { History } from '#lib/funnel/history'
import type { Month } from '#lib/month'
import { ChannelName } from '../kpi/channel-dot'
import { Field } from '../ui/field'
import { TextArea } from '../ui/input'
import { ChannelOrder } from './channel-order'
import { ChannelSchedule } from './channel-schedule'
import { CostFields } from './cost-fields'
import { EvidenceRemarks } from './evidence-remarks'
import { amountText } from './field-text'
import { NumberField } from './number-field'
import { ObservedAmount } from './observed-amount'
import { FaultLine } from './plan-faults'
import type { PlannedChannel } from './plan-props'
import { usePlanView } from './plan-view'
import { StageChoice } from './stage-choice'
import { TransitionFields } from './transition-fields'
import { useAdoption } from './use-adoption'
import { useEvidence } from './use-evidence'
import { useAssumed, usePlanStore } from './use-plan'

type ChannelFieldsProps = PlannedChannel & {
  readonly history: History
  readonly lastFinished: Month
  readonly campaigns: readonly Campaign[]
  readonly readOnly: boolean
  /** Null at the end of the list. */
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onRemove: () => void
}

/** Every assumption of one channel but its share, and beside each what the team's own history says of it. */
export function ChannelFields(props: ChannelFieldsProps) {
  const { channelId, index, history, campaigns, lastFinished, readOnly } = props
  const { channelOf } = usePlanView()
  const { name, colour } = channelOf(channelId)
  const evidence = useEvidence({ channelId, index }, history)
  const adopt = useAdoption(channelId, evidence.rates)
  const own = { channelId, index, readOnly }
  return (
    <div className="grid gap-3 border-t pt-3">
      <div className="flex items-center justify-between gap-2">
        <h4 className="min-w-0 font-strong">
          <ChannelName colour={colour}>{name}</ChannelName>
        </h4>
        {!readOnly && <ChannelOrder name={name} onUp={props.onUp} onDown={props.onDown} onRemove={props.onRemove} />}
      </div>
      <div className="grid gap-1.5">
        <Entry {...own} />
        <DealSize {...own} evidence={evidence.dealSize} />
      </div>
      <TransitionFields index={index} readOnly={readOnly} rates={evidence.rates} onAdopt={adopt.one} />
      <EvidenceRemarks
        index={index}
        rates={evidence.rates}
        lastFinished={lastFinished}
        readOnly={readOnly}
        onAdoptAll={adopt.all}
      />
      <CostFields {...own} evidence={evidence.unitCost} />
      <ChannelSchedule {...own} campaigns={campaigns} />
      <Note {...own} />
    </div>
  )
}

const NOTE_LENGTH = 500

type OwnProps = PlannedChannel & { readonly readOnly: boolean }

function Entry({ channelId, index, readOnly }: OwnProps) {
  const t = useTranslations('plan')
  const { stages } = usePlanView()
  const plan = usePlanStore()
  const entry = useAssumed(index, (channel) => channel?.form.entry ?? null)
  return (
    <>
      <StageChoice
        label={t('entry')}
        value={entry}
        choices={stages}
        readOnly={readOnly}
        onChange={(chosen) => chosen !== null && plan.changeChannel(channelId, { entry: chosen })}
      />
      <FaultLine field={`channels.${index}.entry`} />
    </>
  )
}

function DealSize({ index, readOnly, evidence }: OwnProps & { readonly evidence: AmountEvidence }) {
  const t = useTranslations('plan')
  const { amountLabel, currency } = usePlanView()
  const plan = usePlanStore()
  const field = `channels.${index}.dealSize`
  return (
    <>
      <NumberField
        field={field}
        kind="amount"
        label={t('dealSize')}
        readOnly={readOnly}
        unit={amountLabel}
        boxClassName="w-44"
      />
      <ObservedAmount
        evidence={evidence}
        readOnly={readOnly}
        onAdopt={(amount) => plan.type(field, amountText(amount, currency))}
      />
    </>
  )
}

function Note({ channelId, index, readOnly }: OwnProps) {
  const t = useTranslations('plan')
  const plan = usePlanStore()
  const note = useAssumed(index, (channel) => channel?.form.note ?? '')
  if (readOnly && note === '') return null
  return (
    <Field label={t('note')} hint={readOnly ? undefined : t('noteHint')}>
      <TextArea
        rows={2}
        maxLength={NOTE_LENGTH}
        readOnly={readOnly}
        value={note}
        onChange={(event) => plan.changeChannel(channelId, { note: event.target.value })}
      />
    </Field>
  )
}
