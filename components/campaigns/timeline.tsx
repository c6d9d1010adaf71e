'use client'

import { useTranslations } from 'next-intl'
import { lanesOf, type Mark, markOf, position } from '#lib/campaign-calendar'
import { formatMonth } from '#lib/format'
import { MONTHS } from '#lib/plan-vs-actual/ledger'
import { ChannelName, channelBar } from '../kpi/channel-dot'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { daysText } from './campaign-text'
import type { CampaignItem, CampaignsProps, ChannelOfCampaigns } from './campaigns-props'

type TimelineProps = Pick<CampaignsProps, 'year' | 'today' | 'style' | 'channels' | 'items'>

/** A month is at least this wide, so that names have room; narrower windows scroll. */
const MONTH_PX = 76
const LANE_PX = 30
/** Longer names are cut; the list has them whole. */
const LONGEST_NAME_PX = 254

/** The year as twelve columns, a row for each channel, a mark with its name for each campaign. Phones read the list. */
export function Timeline({ year, today, style, channels, items }: TimelineProps) {
  const t = useTranslations('campaigns.calendar')
  const used = channels.filter((channel) => items.some(({ campaign }) => campaign.channelId === channel.id))
  const now = position(today, year, 1)
  return (
    <Card flush title={t('title')} hint={t('hint')} className="max-tablet:hidden">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section aria-label={t('title')} tabIndex={0} className="overflow-x-auto pb-2">
        <div className="grid grid-cols-[132px_minmax(0,1fr)]" style={{ minWidth: 132 + 12 * MONTH_PX }}>
          <span className="px-4 pb-1 text-micro text-text-3">{t('channel')}</span>
          <div className="grid grid-cols-12">
            {year.months.map((month, i) => (
              <span
                key={month}
                className={classes(
                  'border-l px-1.5 pb-1 text-micro text-text-3',
                  i % 3 === 0 && 'border-border-strong',
                )}
              >
                {formatMonth(month, style.locale)}
              </span>
            ))}
          </div>
          {used.map((channel) => (
            <ChannelLanes
              key={channel.id}
              channel={channel}
              items={items.filter(({ campaign }) => campaign.channelId === channel.id)}
              now={now > 0 && now <= 12 ? now : null}
              {...{ year, style }}
            />
          ))}
        </div>
      </section>
    </Card>
  )
}

type LanesProps = Pick<TimelineProps, 'year' | 'style' | 'items'> & {
  readonly channel: ChannelOfCampaigns
  readonly now: number | null
}

function ChannelLanes({ channel, items, now, year, style }: LanesProps) {
  const t = useTranslations('campaigns.calendar')
  const lanes = lanesOf(
    items.map((item) => ({ ...markOf(item.campaign, year), item })),
    (mark) => roomOf(mark, nameOf(mark.item)),
  )
  return (
    <>
      <div className="border-t px-4 py-1.5 text-small">
        <ChannelName colour={channel.colour}>{channel.name}</ChannelName>
      </div>
      <div className="relative border-t">
        <Months />
        {now !== null && (
          <span
            title={t('today')}
            className="absolute inset-y-0 border-l border-dashed border-accent"
            style={{ left: percent(now) }}
          />
        )}
        <ul aria-label={channel.name} className="relative my-1" style={{ height: lanes.length * LANE_PX }}>
          {lanes.flatMap((lane, i) =>
            lane.map(({ item, ...mark }) => (
              <li
                key={mark.id}
                className="absolute"
                style={{
                  top: i * LANE_PX,
                  height: LANE_PX,
                  left: percent(mark.from),
                  width: percent(mark.to - mark.from),
                }}
              >
                <CampaignMark mark={mark} item={item} channel={channel} style={style} />
              </li>
            )),
          )}
        </ul>
      </div>
    </>
  )
}

const percent = (months: number) => `${(months / 12) * 100}%`

/** The columns behind the marks; a quarter's line is stronger. */
function Months() {
  return (
    <span aria-hidden="true" className="absolute inset-0 grid grid-cols-12">
      {MONTHS.map((month) => (
        <span key={month} className={classes('border-l', month % 3 === 0 && 'border-border-strong')} />
      ))}
    </span>
  )
}

type MarkProps = Pick<TimelineProps, 'style'> & {
  readonly mark: Mark
  readonly item: CampaignItem
  readonly channel: ChannelOfCampaigns
}

/** The bar with its name above it, which leads to the campaign's line in the list. */
function CampaignMark({ mark, item, channel, style }: MarkProps) {
  const t = useTranslations('campaigns.calendar')
  const { id, startsOn, endsOn } = item.campaign
  const name = nameOf(item)
  const days = daysText(startsOn, endsOn, style.locale)
  return (
    <a
      href={`#${id}`}
      title={t('item', { name, channel: channel.name, days })}
      className="absolute inset-0 text-small hover:underline"
    >
      <span
        className={classes('absolute top-0.5 max-w-60 truncate bg-surface', isAtEnd(mark, name) ? 'right-0' : 'left-0')}
      >
        {name}
      </span>
      <span
        aria-hidden="true"
        className={classes('absolute bottom-1 left-0 h-1.25 w-full min-w-1.5 rounded-1', channelBar(channel.colour))}
      />
    </a>
  )
}

const nameOf = ({ campaign, teamName }: CampaignItem) =>
  teamName === null ? campaign.name : `${campaign.name}（${teamName}）`

/** Months that a name takes at the narrowest: full-width characters are as wide as high. */
function widthOf(name: string): number {
  const px = [...name].reduce((sum, character) => sum + (character > '\u2e7f' ? 12.5 : 7), 14)
  return Math.min(px, LONGEST_NAME_PX) / MONTH_PX
}

/** Whether a name has no room before the year ends; it stands to the left of its mark's end then. */
const isAtEnd = ({ from }: Mark, name: string) => from + widthOf(name) > 12

function roomOf(mark: Mark, name: string): readonly [number, number] {
  return isAtEnd(mark, name)
    ? [Math.min(mark.from, mark.to - widthOf(name)), mark.to]
    : [mark.from, Math.max(mark.to, mark.from + widthOf(name))]
}
