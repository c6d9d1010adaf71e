'use client'

import { useTranslations } from 'next-intl'
import type { AmountEvidence } from '#lib/funnel/evidence'
import { stagesFrom } from '#lib/funnel/stages'
import { amountText } from './field-text'
import { NumberField } from './number-field'
import { ObservedAmount } from './observed-amount'
import { FaultLine } from './plan-faults'
import type { PlannedChannel } from './plan-props'
import { usePlanView } from './plan-view'
import { StageChoice } from './stage-choice'
import { useAssumed, usePlanStore } from './use-plan'

type CostFieldsProps = PlannedChannel & { readonly readOnly: boolean; readonly evidence: AmountEvidence | null }

/** Unit cost at a stage, and what a month costs whatever comes of it. */
export function CostFields({ channelId, index, readOnly, evidence }: CostFieldsProps) {
  const t = useTranslations('plan')
  const { amountLabel, currency, stageLabel, stages } = usePlanView()
  const plan = usePlanStore()
  const stage = useAssumed(index, (channel) => channel?.form.unitCostStage ?? null)
  const entry = useAssumed(index, (channel) => channel?.form.entry ?? '')
  const hasFixed = useAssumed(index, (channel) => (channel?.draft.fixedCostPerMonth ?? 0) > 0)
  const at = `channels.${index}`
  return (
    <div className="grid gap-1.5">
      <NumberField
        field={`${at}.unitCost`}
        kind="amount"
        label={stage === null ? t('unitCost') : t('unitCostOf', { stage: stageLabel(stage) })}
        readOnly={readOnly}
        unit={amountLabel}
        boxClassName="w-44"
      />
      <ObservedAmount
        evidence={evidence}
        readOnly={readOnly}
        withFixed={hasFixed}
        onAdopt={(amount) => plan.changeChannel(channelId, { unitCost: amountText(amount, currency) })}
      />
      <StageChoice
        label={t('unitCostStage')}
        value={stage}
        choices={stagesFrom(stages, entry)}
        readOnly={readOnly}
        onChange={(unitCostStage) => plan.changeChannel(channelId, { unitCostStage })}
      />
      <FaultLine field={`${at}.unitCostStage`} />
      <NumberField
        field={`${at}.fixedCostPerMonth`}
        kind="amount"
        label={t('fixedCost')}
        readOnly={readOnly}
        unit={amountLabel}
        boxClassName="w-44"
      />
    </div>
  )
}
