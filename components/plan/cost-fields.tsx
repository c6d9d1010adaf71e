'use client'

import { useTranslations } from 'next-intl'
import type { AmountEvidence } from '#lib/funnel/evidence'
import { stagesFrom } from '#lib/funnel/stages'
import type { ChannelDraft } from '#lib/input/plan-draft'
import { amountText } from './field-text'
import { NumberField } from './number-field'
import { ObservedAmount } from './observed-amount'
import { FaultLine } from './plan-faults'
import type { ChannelForm } from './plan-form'
import { usePlanView } from './plan-view'
import { StageChoice } from './stage-choice'

type CostFieldsProps = {
  readonly channel: ChannelForm
  readonly draft: Pick<ChannelDraft, 'fixedCostPerMonth'>
  readonly at: string
  readonly readOnly: boolean
  readonly evidence: AmountEvidence | null
  readonly onChange: (part: Partial<ChannelForm>) => void
}

/** Unit cost at a stage, and what a month costs whatever comes of it. */
export function CostFields({ channel, draft, at, readOnly, evidence, onChange }: CostFieldsProps) {
  const t = useTranslations('plan')
  const { amountLabel, currency, stageLabel, stages } = usePlanView()
  const { unitCostStage } = channel
  const hasFixed = (draft.fixedCostPerMonth ?? 0) > 0
  return (
    <div className="grid gap-1.5">
      <NumberField
        field={`${at}.unitCost`}
        kind="amount"
        label={unitCostStage === null ? t('unitCost') : t('unitCostOf', { stage: stageLabel(unitCostStage) })}
        text={channel.unitCost}
        // The first cost typed is that of the entry, until another stage is chosen.
        onText={(unitCost) => onChange({ unitCost, unitCostStage: unitCostStage ?? channel.entry })}
        readOnly={readOnly}
        unit={amountLabel}
        boxClassName="w-44"
      />
      <ObservedAmount
        evidence={evidence}
        readOnly={readOnly}
        withFixed={hasFixed}
        onAdopt={(amount) => onChange({ unitCost: amountText(amount, currency) })}
      />
      <StageChoice
        label={t('unitCostStage')}
        value={unitCostStage}
        choices={stagesFrom(stages, channel.entry)}
        readOnly={readOnly}
        onChange={(stage) => onChange({ unitCostStage: stage })}
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
  )
}
