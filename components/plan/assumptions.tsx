'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PlanDraft } from '#lib/input/plan-draft'
import { addMonths, monthOf } from '#lib/month'
import { Card } from '../ui/card'
import { Segmented } from '../ui/segmented'
import { ChannelFields } from './channel-fields'
import { ChannelList } from './channel-list'
import { GoalFields } from './goal-fields'
import { NumberField } from './number-field'
import type { PlanScreenProps } from './plan-props'
import { Seasonality } from './seasonality'
import type { ChannelChoice } from './use-channel-choice'
import { useGoals, usePlanStore } from './use-plan'

type AssumptionsProps = Pick<PlanScreenProps, 'history' | 'campaigns' | 'today'> & {
  readonly choice: ChannelChoice
  readonly readOnly: boolean
  /** The root team beside other teams plans no channels. */
  readonly goalsOnly: boolean
}

/** The left side: everything that is assumed. */
export function Assumptions(props: AssumptionsProps) {
  const { readOnly, goalsOnly } = props
  const t = useTranslations('plan')
  return (
    <Card title={t('assumptions')} hint={readOnly ? t('assumptionsReadOnly') : t('assumptionsHint')} flush>
      <Block>
        <GoalFields readOnly={readOnly} />
      </Block>
      <Block>
        <Seasonality readOnly={readOnly} />
      </Block>
      {!goalsOnly && <ChannelBlocks {...props} />}
    </Card>
  )
}

function Block({ children }: { readonly children: ReactNode }) {
  return <div className="border-b px-4 py-3 last:border-0">{children}</div>
}

function ChannelBlocks({ choice, readOnly, history, campaigns, today }: AssumptionsProps) {
  const { order, selected } = choice
  const index = selected === null ? -1 : order.indexOf(selected)
  return (
    <>
      <Block>
        <ChannelList
          readOnly={readOnly}
          order={order}
          selected={selected}
          onSelect={choice.select}
          others={choice.others}
          onAdd={choice.add}
        />
        {selected !== null && index >= 0 && (
          <div className="mt-3">
            <ChannelFields
              key={selected}
              channelId={selected}
              index={index}
              history={history}
              lastFinished={addMonths(monthOf(today), -1)}
              campaigns={campaigns}
              readOnly={readOnly}
              onUp={index > 0 ? () => choice.move(index, index - 1) : null}
              onDown={index < order.length - 1 ? () => choice.move(index, index + 1) : null}
              onRemove={() => choice.remove(selected)}
            />
          </div>
        )}
      </Block>
      <Block>
        <YearAndRounding readOnly={readOnly} />
      </Block>
    </>
  )
}

type Rounding = PlanDraft['rounding']

function YearAndRounding({ readOnly }: { readonly readOnly: boolean }) {
  const t = useTranslations('plan')
  const plan = usePlanStore()
  const rounding = useGoals(({ form }) => form.rounding)
  return (
    <div className="grid gap-2">
      <NumberField
        field="nextYearGrowth"
        kind="percent"
        label={t('nextYearGrowth')}
        readOnly={readOnly}
        unit="%"
        boxClassName="w-44"
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-text-2">{t('rounding')}</span>
        <Segmented<Rounding>
          small
          label={t('rounding')}
          value={rounding}
          onChange={(chosen) => !readOnly && plan.change({ rounding: chosen })}
          segments={[
            { value: 'stage', label: t('roundingStage'), disabled: readOnly && rounding !== 'stage' },
            { value: 'exact', label: t('roundingExact'), disabled: readOnly && rounding !== 'exact' },
          ]}
        />
      </div>
    </div>
  )
}
