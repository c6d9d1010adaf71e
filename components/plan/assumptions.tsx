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
import type { PlanFormState } from './use-plan-form'

type AssumptionsProps = Pick<PlanScreenProps, 'history' | 'campaigns' | 'today'> & {
  readonly plan: PlanFormState
  readonly choice: ChannelChoice
  readonly readOnly: boolean
  /** The root team beside other teams plans no channels. */
  readonly goalsOnly: boolean
}

/** The left side: everything that is assumed. */
export function Assumptions(props: AssumptionsProps) {
  const { plan, readOnly, goalsOnly } = props
  const t = useTranslations('plan')
  return (
    <Card title={t('assumptions')} hint={readOnly ? t('assumptionsReadOnly') : t('assumptionsHint')} flush>
      <Block>
        <GoalFields {...plan} readOnly={readOnly} />
      </Block>
      <Block>
        <Seasonality {...plan} readOnly={readOnly} />
      </Block>
      {!goalsOnly && <ChannelBlocks {...props} />}
    </Card>
  )
}

function Block({ children }: { readonly children: ReactNode }) {
  return <div className="border-b px-4 py-3 last:border-0">{children}</div>
}

function ChannelBlocks({ plan, choice, readOnly, history, campaigns, today }: AssumptionsProps) {
  const { form, change, changeChannel } = plan
  const index = form.channels.findIndex((channel) => channel.channelId === choice.selected)
  const channel = form.channels[index]
  const draft = plan.draft.channels[index]
  return (
    <>
      <Block>
        <ChannelList
          {...plan}
          readOnly={readOnly}
          selected={channel?.channelId ?? null}
          onSelect={choice.select}
          others={choice.others}
          onAdd={choice.add}
        />
        {channel && draft && (
          <div className="mt-3">
            <ChannelFields
              key={channel.channelId}
              channel={channel}
              draft={draft}
              funnel={plan.figures.channels[index]?.funnel ?? null}
              history={history}
              lastFinished={addMonths(monthOf(today), -1)}
              campaigns={campaigns.filter((campaign) => campaign.channelId === channel.channelId)}
              at={`channels.${index}`}
              readOnly={readOnly}
              onChange={(part) => changeChannel(channel.channelId, part)}
              onUp={index > 0 ? () => choice.move(index, index - 1) : null}
              onDown={index < form.channels.length - 1 ? () => choice.move(index, index + 1) : null}
              onRemove={() => choice.remove(channel)}
            />
          </div>
        )}
      </Block>
      <Block>
        <YearAndRounding form={form} change={change} readOnly={readOnly} />
      </Block>
    </>
  )
}

type Rounding = PlanDraft['rounding']

function YearAndRounding({
  form,
  change,
  readOnly,
}: Pick<PlanFormState, 'form' | 'change'> & { readonly readOnly: boolean }) {
  const t = useTranslations('plan')
  return (
    <div className="grid gap-2">
      <NumberField
        field="nextYearGrowth"
        kind="percent"
        label={t('nextYearGrowth')}
        text={form.nextYearGrowth}
        onText={(nextYearGrowth) => change({ nextYearGrowth })}
        readOnly={readOnly}
        unit="%"
        boxClassName="w-44"
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-text-2">{t('rounding')}</span>
        <Segmented<Rounding>
          small
          label={t('rounding')}
          value={form.rounding}
          onChange={(rounding) => !readOnly && change({ rounding })}
          segments={[
            { value: 'stage', label: t('roundingStage'), disabled: readOnly && form.rounding !== 'stage' },
            { value: 'exact', label: t('roundingExact'), disabled: readOnly && form.rounding !== 'exact' },
          ]}
        />
      </div>
    </div>
  )
}
