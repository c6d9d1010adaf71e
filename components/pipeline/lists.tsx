import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatRange, formatYearMonth } from '#lib/format'
import { type DealFilter, type LeadFilter, NONE } from '#lib/input/pipeline'
import type { ListedDeal, ListedLead, ListPage } from '#lib/pipeline/listed'
import { Card } from '../ui/card'
import { DealFilters } from './deal-filters'
import { DealList, type SaveDeal } from './deal-list'
import { LeadList, type SaveHandover } from './lead-list'
import { ActiveFilters, Pager } from './list-parts'
import { hrefOf, type PipelineFrame } from './pipeline-props'
import { StageName } from './stage-name'
import { amountWithUnit, campaignName, channelOf, countText } from './words'

type DealsProps = PipelineFrame & {
  readonly filter: DealFilter
  readonly page: ListPage<ListedDeal>
  readonly save: SaveDeal | null
}

/** Filters that a form or a chip shows, and those that only a chip does. */
const CHIPS = ['state', 'campaign', 'touchChannel', 'touchCampaign', 'stage', 'over'] as const

/** 商談: the opportunities behind a figure, or whatever the filters find. */
export function Deals({ filter, page, save, ...frame }: DealsProps) {
  const t = useTranslations('pipeline')
  const { style, path, view } = frame
  const query = queryOf({ view: 'deals', period: view.period, ...filter })
  const without = (...keys: readonly string[]) =>
    hrefOf(path, Object.fromEntries(Object.entries(query).filter(([key]) => !keys.includes(key) && key !== 'after')))
  const chips = CHIPS.flatMap((key) =>
    filter[key] === null ? [] : [{ key, label: chipText(key, String(filter[key]), frame, t), without: without(key) }],
  )
  const span = spanText(filter, frame)
  const hidden = Object.fromEntries(Object.entries(query).filter(([key]) => !FORM.includes(key) && key !== 'after'))
  return (
    <Card
      flush
      title={t('list.deals')}
      hint={
        <Found total={page.total} style={style}>
          {amountWithUnit(page.amount, style)}
        </Found>
      }
    >
      <DealFilters
        key={JSON.stringify(filter)}
        path={path}
        filter={filter}
        channels={frame.channels}
        owners={frame.owners}
        hidden={hidden}
      />
      <ActiveFilters
        filters={
          span
            ? [
                { key: 'span', label: `${t(`list.dates.${filter.basis}`)} ${span}`, without: without('from', 'to') },
                ...chips,
              ]
            : chips
        }
      />
      {page.rows.length === 0 ? (
        <p className="border-t px-4 py-6 text-center text-text-2">{t('list.noDeals')}</p>
      ) : (
        <DealList rows={page.rows} channels={frame.channels} style={style} today={frame.today} save={save} />
      )}
      <Pager
        first={filter.after === null ? null : without('after')}
        next={page.next && hrefOf(path, { ...query, after: page.next })}
      />
    </Card>
  )
}

const FORM: readonly string[] = ['basis', 'customers', 'sourced', 'influenced', 'channel', 'owner', 'category']

type LeadsProps = PipelineFrame & {
  readonly filter: LeadFilter
  readonly page: ListPage<ListedLead>
  readonly save: SaveHandover | null
}

const LEAD_CHIPS = ['handover', 'channel', 'reason', 'reached'] as const

/** リード: the leads behind a figure, or those passed in the period. */
export function Leads({ filter, page, save, ...frame }: LeadsProps) {
  const t = useTranslations('pipeline')
  const { style, path, view } = frame
  const query = queryOf({ view: 'leads', period: view.period, ...filter })
  const without = (...keys: readonly string[]) =>
    hrefOf(path, Object.fromEntries(Object.entries(query).filter(([key]) => !keys.includes(key) && key !== 'after')))
  const label = (key: (typeof LEAD_CHIPS)[number], value: string): ReactNode => {
    if (key === 'handover') return t(`handover.states.${value as 'inTime'}`)
    if (key === 'channel') return channelOf(frame, value)?.name ?? t('gone')
    return key === 'reached' ? (
      <StageName stage={value} frame={frame} />
    ) : value === NONE ? (
      t('handover.noReason')
    ) : (
      value
    )
  }
  const chips = LEAD_CHIPS.flatMap((key) => {
    const value = filter[key]
    const name = (shown: ReactNode) => (
      <>
        {t(`list.keys.${key}`)}: {shown}
      </>
    )
    return value === null
      ? []
      : [{ key, label: name(label(key, value)), without: without(key, key === 'reached' ? 'through' : key) }]
  })
  const span = spanText(filter, frame)
  const dates = t(filter.basis === 'passed' ? 'handover.passed' : 'list.came')
  return (
    <Card flush title={t('list.leads')} hint={<Found total={page.total} style={style} />}>
      <ActiveFilters
        filters={span ? [{ key: 'span', label: `${dates} ${span}`, without: without('from', 'to') }, ...chips] : chips}
      />
      {page.rows.length === 0 ? (
        <p className="border-t px-4 py-6 text-center text-text-2">{t('list.noLeads')}</p>
      ) : (
        <LeadList
          rows={page.rows}
          channels={frame.channels}
          campaigns={frame.campaigns}
          style={style}
          today={frame.today}
          save={save}
        />
      )}
      <Pager
        first={filter.after === null ? null : without('after')}
        next={page.next && hrefOf(path, { ...query, after: page.next })}
      />
    </Card>
  )
}

type FoundProps = Pick<PipelineFrame, 'style'> & { readonly total: number; readonly children?: ReactNode }

function Found({ total, style, children }: FoundProps) {
  const t = useTranslations('pipeline')
  return (
    <span data-testid="found">
      {t('list.total', { count: countText(total, style) })} {children}
    </span>
  )
}

function queryOf(filter: Readonly<Record<string, string | number | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
  )
}

function spanText({ from, to }: Pick<DealFilter, 'from' | 'to'>, { style }: PipelineFrame): string | null {
  if (from && to) return formatRange(from, to, style.locale)
  if (from) return `${formatYearMonth(from, style.locale)}–`
  return to ? `–${formatYearMonth(to, style.locale)}` : null
}

type Words = ReturnType<typeof useTranslations<'pipeline'>>

function chipText(key: (typeof CHIPS)[number], value: string, frame: PipelineFrame, t: Words): string {
  const named = {
    state: () => t(`states.${value as 'open'}`),
    campaign: () => (value === NONE ? t('none.campaign') : (campaignName(frame, value) ?? t('gone'))),
    touchChannel: () => channelOf(frame, value)?.name ?? t('gone'),
    touchCampaign: () => campaignName(frame, value) ?? t('gone'),
    stage: () => (value === NONE ? t('ageing.none') : value),
    over: () => t('list.overDays', { days: value }),
  }[key]()
  return `${t(`list.keys.${key}`)}: ${named}`
}
