'use client'

import { useTranslations } from 'next-intl'
import type { Campaign } from '#lib/campaign'
import type { Funnel } from '#lib/funnel/channel'
import type { History } from '#lib/funnel/history'
import type { ChannelDraft } from '#lib/input/plan-draft'
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
import type { ChannelForm } from './plan-form'
import { usePlanView } from './plan-view'
import { StageChoice } from './stage-choice'
import { TransitionFields } from './transition-fields'
import { useAdoption } from './use-adoption'
import { useEvidence } from './use-evidence'

export type ChannelFieldsProps = {
  readonly channel: ChannelForm
  /** What was read of it, and what follows from it. */
  readonly draft: ChannelDraft
  readonly funnel: Funnel | null
  readonly history: History
  readonly lastFinished: Month
  /** The channel's campaigns of the year. */
  readonly campaigns: readonly Campaign[]
  /** Path in the draft: channels.0 */
  readonly at: string
  readonly readOnly: boolean
  readonly onChange: (part: Partial<ChannelForm>) => void
  /** Null at the end of the list. */
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onRemove: () => void
}

const NOTE_LENGTH = 500

/** Every assumption of one channel but its share, and beside each what the team's own history says of it. */
export function ChannelFields(props: ChannelFieldsProps) {
  const { channel, draft, history, at, readOnly, onChange } = props
  const t = useTranslations('plan')
  const { channelOf, amountLabel, currency, stages } = usePlanView()
  const { name, colour } = channelOf(channel.channelId)
  const evidence = useEvidence(draft, history)
  const adopt = useAdoption(channel, evidence.rates, onChange)
  return (
    <div className="grid gap-3 border-t pt-3">
      <div className="flex items-center justify-between gap-2">
        <h4 className="min-w-0 font-strong">
          <ChannelName colour={colour}>{name}</ChannelName>
        </h4>
        {!readOnly && <ChannelOrder name={name} onUp={props.onUp} onDown={props.onDown} onRemove={props.onRemove} />}
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
        <ObservedAmount
          evidence={evidence.dealSize}
          readOnly={readOnly}
          onAdopt={(amount) => onChange({ dealSize: amountText(amount, currency) })}
        />
      </div>
      <TransitionFields {...props} rates={evidence.rates} onAdopt={adopt.one} />
      <EvidenceRemarks
        rates={evidence.rates}
        lastFinished={props.lastFinished}
        readOnly={readOnly}
        onAdoptAll={adopt.all}
      />
      <CostFields {...props} evidence={evidence.unitCost} />
      <ChannelSchedule {...props} />
      {(!readOnly || channel.note !== '') && (
        <Field label={t('note')} hint={readOnly ? undefined : t('noteHint')}>
          <TextArea
            rows={2}
            maxLength={NOTE_LENGTH}
            readOnly={readOnly}
            value={channel.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}
