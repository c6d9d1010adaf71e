'use client'

import { useTranslations } from 'next-intl'
import type { Campaign } from '#lib/campaign'
import { formatFiscalYear, formatMonth } from '#lib/format'
import { monthOf } from '#lib/month'
import { Chip } from '../ui/chip'
import { TextLink } from '../ui/text-link'
import type { PlannedChannel } from './plan-props'
import { usePlanView } from './plan-view'
import { useAssumed, useChannel, usePlanStore } from './use-plan'

type ChannelScheduleProps = PlannedChannel & {
  /** All of the team's campaigns of the year. */
  readonly campaigns: readonly Campaign[]
  readonly readOnly: boolean
}

/** The switch to planning by calendar, and for a scheduled channel its campaigns and what none of them covers. */
export function ChannelSchedule(props: ChannelScheduleProps) {
  const { channelId, index, readOnly } = props
  const t = useTranslations('plan')
  const plan = usePlanStore()
  const scheduled = useAssumed(index, (channel) => channel?.form.scheduled ?? false)
  return (
    <div className="grid gap-2 border-t pt-3">
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          checked={scheduled}
          disabled={readOnly}
          onChange={(event) => plan.changeChannel(channelId, { scheduled: event.target.checked })}
          className="mt-0.75 size-4 accent-accent"
        />
        <span>
          {t('scheduled')}
          <small className="block text-small text-text-3">{t('scheduledHint')}</small>
        </span>
      </label>
      {scheduled && <Calendar {...props} />}
    </div>
  )
}

function Calendar({ channelId, index, campaigns: all, readOnly }: ChannelScheduleProps) {
  const t = useTranslations('plan')
  const { channelOf, count, locale, moneyInUnit, pathTo, stageLabel, year } = usePlanView()
  const entry = useAssumed(index, (channel) => channel?.form.entry ?? '')
  const campaigns = all.filter((campaign) => campaign.channelId === channelId)
  const total = campaigns.reduce((sum, campaign) => sum + (campaign.plannedEntries ?? 0), 0)
  return (
    <div className="grid gap-2">
      <div className="flex items-baseline justify-between gap-2">
        <h5 className="font-strong">{t('calendarOf', { channel: channelOf(channelId).name })}</h5>
        <TextLink href={pathTo('campaigns')} className="text-small">
          {t(readOnly ? 'seeCampaigns' : 'toCampaigns')}
        </TextLink>
      </div>
      {campaigns.length === 0 ? (
        <p className="text-text-2">{t('noCampaigns', { year: formatFiscalYear(year, locale) })}</p>
      ) : (
        <table className="w-full border-separate border-spacing-0 text-small *:*:*:border-t *:*:*:py-1">
          <caption className="sr-only">{t('calendarOf', { channel: channelOf(channelId).name })}</caption>
          <tbody>
            {campaigns.map((campaign) => (
              <tr key={campaign.id} className="align-baseline">
                <td className="pr-2 whitespace-nowrap text-text-2">
                  {formatMonth(monthOf(campaign.startsOn), locale)}
                </td>
                <th scope="row" className="w-full text-left font-regular [overflow-wrap:anywhere]">
                  {campaign.name}
                  <small className="block text-micro text-text-3">
                    {campaign.budget === null ? t('noBudget') : moneyInUnit(campaign.budget)}
                  </small>
                </th>
                <td className="text-right whitespace-nowrap">
                  {campaign.plannedEntries === null ? (
                    <span className="text-text-3">{t('noEntries')}</span>
                  ) : (
                    count(campaign.plannedEntries)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-strong *:border-t-border-strong!">
              <th scope="row" colSpan={2} className="text-left">
                {t('campaignsTotal')}
                <small className="ml-1.5 font-regular text-text-3">{stageLabel(entry)}</small>
              </th>
              <td className="text-right">{count(total)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <Uncovered index={index} />
    </div>
  )
}

function Uncovered({ index }: { readonly index: number }) {
  const t = useTranslations('plan')
  const { count, moneyInUnit } = usePlanView()
  const uncovered = useChannel(index, (channel) => channel?.figures?.funnel?.uncovered ?? null)
  if (!uncovered) return null
  if (uncovered.count === 0) return <p className="text-small text-text-2">{t('uncoveredNone')}</p>
  return (
    <p className="text-small">
      <Chip small tone="watch">
        {t('uncovered')}
      </Chip>{' '}
      {t('uncoveredWorth', { count: count(uncovered.count), amount: moneyInUnit(uncovered.yen) })}
    </p>
  )
}
