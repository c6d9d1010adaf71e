'use client'

import { useTranslations } from 'next-intl'
import { moneyUnitLabel } from '#lib/format'
import { Field } from '../ui/field'
import { NumberInput, TextInput } from '../ui/input'
import { Select } from '../ui/select'
import type { CampaignText } from './campaign-text'
import type { CampaignStyle, ChannelOfCampaigns } from './campaigns-props'

type CampaignFieldsProps = {
  readonly typed: CampaignText
  readonly type: (typed: CampaignText) => void
  readonly channels: readonly ChannelOfCampaigns[]
  /** The channel that the campaign has: offered also when it is archived. */
  readonly current: string | null
  readonly style: CampaignStyle
  /** Field → sentence. */
  readonly faults: Readonly<Record<string, string>>
}

/** Name, channel, dates, budget and planned entries of a campaign, as they are typed. */
export function CampaignFields({ typed, type, channels, current, style, faults }: CampaignFieldsProps) {
  const t = useTranslations('campaigns.form')
  const offered = channels.filter((channel) => !channel.isArchived || channel.id === current)
  const entry = channels.find((channel) => channel.id === typed.channelId)?.entry
  const set = (name: keyof CampaignText) => ({
    name,
    value: typed[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => type({ ...typed, [name]: target.value }),
  })
  return (
    <>
      <Field label={t('name')} error={faults.name}>
        <TextInput {...set('name')} autoComplete="off" />
      </Field>
      <Field label={t('channel')} error={faults.channelId}>
        <Select {...set('channelId')}>
          <option value="">{t('chooseChannel')}</option>
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label={t('startsOn')} error={faults.startsOn}>
          <TextInput {...set('startsOn')} type="date" />
        </Field>
        <Field label={t('endsOn')} error={faults.endsOn}>
          <TextInput {...set('endsOn')} type="date" min={typed.startsOn} />
        </Field>
        <Field label={t('budget')} error={faults.budget} hint={t('budgetHint')}>
          <NumberInput {...set('budget')} unit={moneyUnitLabel('yen', style)} />
        </Field>
        <Field
          label={t('plannedEntries')}
          error={faults.plannedEntries}
          hint={entry ? t('plannedHint', { stage: entry }) : t('plannedHintNone')}
        >
          <NumberInput {...set('plannedEntries')} />
        </Field>
      </div>
    </>
  )
}
