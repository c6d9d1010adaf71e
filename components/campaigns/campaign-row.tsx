'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatCount, formatMoney, formatRate, formatRatio } from '#lib/format'
import { ratio } from '#lib/ratio'
import { ChannelDot } from '../kpi/channel-dot'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { daysText } from './campaign-text'
import type { CampaignItem, CampaignRate, CampaignStyle, CampaignsProps } from './campaigns-props'

type CampaignRowProps = Pick<CampaignsProps, 'style' | 'channels' | 'rateColumns' | 'attribution'> & {
  readonly item: CampaignItem
  readonly onChange: ((item: CampaignItem) => void) | null
}

const CELL = 'border-t px-2 py-1.5 text-right align-top whitespace-nowrap last:pr-4'

/** One campaign. Before its first month with actuals its results are empty; what nobody entered by campaign is —. */
export function CampaignRow({ item, onChange, style, channels, rateColumns, attribution }: CampaignRowProps) {
  const t = useTranslations('campaigns.list')
  const { campaign, isDue, entries, cost, won, revenue, rates } = item
  const result = (text: string) => (isDue ? text : '')
  return (
    <tr id={campaign.id} className="scroll-mt-18 target:bg-accent-soft">
      <NameCell item={item} style={style} channels={channels} />
      <td className={CELL}>{plannedText(formatCount(campaign.plannedEntries, style), campaign.plannedEntries)}</td>
      <td className={classes(CELL, 'font-strong')}>
        {result(formatCount(entries, style))}
        <Part of={ratio(isDue ? entries : null, campaign.plannedEntries)} />
      </td>
      <td className={classes(CELL, 'max-tablet:hidden')}>
        {plannedText(formatMoney(campaign.budget, style), campaign.budget)}
      </td>
      <td className={classes(CELL, 'font-strong')}>
        {result(formatMoney(cost, style))}
        <Part of={ratio(isDue ? cost : null, campaign.budget)} />
      </td>
      {rateColumns.map(({ key }) => (
        <RateCell key={key} rate={isDue ? rates[key] : undefined} style={style} />
      ))}
      <td className={classes(CELL, 'max-tablet:hidden')}>{result(formatCount(won, style))}</td>
      <td className={classes(CELL, 'font-strong max-tablet:hidden')}>{result(formatMoney(revenue, style))}</td>
      {attribution && <td className={classes(CELL, 'max-tablet:hidden')}>{formatMoney(item.credited, style)}</td>}
      <RoiCell item={item} style={style} />
      {onChange && (
        <td className={classes(CELL, 'max-tablet:hidden')}>
          <Button size="small" onClick={() => onChange(item)} aria-label={t('changeOf', { name: campaign.name })}>
            {t('change')}
          </Button>
        </td>
      )}
    </tr>
  )
}

/** A plan that was not made is blank, not 0. */
const plannedText = (text: string, planned: number | null) => (planned === null ? '' : text)

function NameCell({ item, style, channels }: Pick<CampaignRowProps, 'item' | 'style' | 'channels'>) {
  const { campaign, teamName } = item
  const channel = channels.find(({ id }) => id === campaign.channelId)
  const where = [channel?.name, teamName].filter(Boolean).join(style.locale === 'ja' ? '・' : ', ')
  return (
    <th scope="row" className="border-t py-1.5 pr-2 pl-4 text-left align-top font-regular">
      <span className="block min-w-30 font-strong [overflow-wrap:anywhere] [word-break:auto-phrase]">
        {campaign.name}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 text-micro text-text-3">
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <ChannelDot colour={channel?.colour ?? 0} />
          {where}
        </span>
        <span className="whitespace-nowrap">{daysText(campaign.startsOn, campaign.endsOn, style.locale)}</span>
      </span>
    </th>
  )
}

/** How much of its plan a figure is. */
function Part({ of }: { readonly of: number | null }) {
  if (of === null) return null
  return <span className="block text-micro font-regular text-text-3">{formatRatio(of)}</span>
}

/** What came back so far; unripe while any of the campaign's people are still on their way. */
function RoiCell({ item: { isDue, roi, rates }, style }: Pick<CampaignRowProps, 'item' | 'style'>) {
  const t = useTranslations('campaigns.list')
  const unripe = isDue && roi !== null && Object.values(rates).some((rate) => rate.isUnripe)
  const { locale, negativeStyle } = style
  return (
    <td className={classes(CELL, 'max-tablet:hidden', unripe && 'hatch-unripe')}>
      <span className={unripe ? 'text-text-2' : undefined}>
        {isDue ? formatRatio(roi, { locale, negativeStyle }) : ''}
      </span>
      {unripe && <span className="block text-micro text-text-2">{t('unripeShort')}</span>}
    </td>
  )
}

/** A cohort's rate; an unripe one is hatched, with its ripeness and where it is expected to end. */
function RateCell({ rate, style }: { readonly rate: CampaignRate | undefined; readonly style: CampaignStyle }) {
  const t = useTranslations('campaigns.list')
  const unripe = rate?.isUnripe === true && rate.rate !== null
  let figure: ReactNode = ''
  if (rate) figure = formatRate(rate.rate, style)
  return (
    <td className={classes(CELL, 'max-tablet:hidden', unripe && 'hatch-unripe')}>
      <span className={unripe ? 'text-text-2' : undefined}>{figure}</span>
      {unripe && (
        <>
          <span className="block text-micro text-text-2">{t('unripe', { ripeness: formatRatio(rate.ripeness) })}</span>
          <span className="block text-micro text-text-2">
            {t('expected', { rate: formatRate(rate.expected, style) })}
          </span>
        </>
      )}
    </td>
  )
}
