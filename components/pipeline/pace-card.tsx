import { useTranslations } from 'next-intl'
import { formatCount, formatRange, formatRate } from '#lib/format'
import type { Month } from '#lib/month'
import type { Pace } from '#lib/pipeline/summary'
import type { CohortWinRate, WinRate } from '#lib/pipeline/win-rate'
import { Figure } from '../kpi/figure'
import { CardTable } from '../table/card-table'
import { Card } from '../ui/card'
import { FigureLink } from './figure-link'
import { type PipelineFrame, recordsHref } from './pipeline-props'
import { amountText, countText, unitText } from './words'

type Span = { readonly from: Month; readonly to: Month }
type PaceCardProps = PipelineFrame & { readonly pace: Pace; readonly history: Span }

/** パイプライン速度: what the open opportunities bring a day, with the four figures that it is made of. */
export function PaceCard({ pace, history, ...frame }: PaceCardProps) {
  const t = useTranslations('pipeline')
  const { style } = frame
  const { velocity, opportunities, winRate, dealSize, cycleDays, winRates } = pace
  const days = (value: number | null) => formatCount(value, style)
  const open = recordsHref(frame, 'deals', { basis: 'open', customers: 'all' })
  const closed = recordsHref(frame, 'deals', { basis: 'closed', customers: 'all', ...history })
  const won = recordsHref(frame, 'deals', { basis: 'closed', customers: 'all', state: 'won', ...history })
  return (
    <Card title={t('pace.title')} hint={t('pace.hint')}>
      <Figure value={amountText(velocity, style)} unit={unitText(style)} size="m" />
      <span className="ml-1 text-text-2">{t('pace.aDay')}</span>
      <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-2 text-small tablet:grid-cols-4">
        <Item name={t('pace.opportunities')}>
          <FigureLink href={open} count={opportunities}>
            {countText(opportunities, style)}
          </FigureLink>
        </Item>
        <Item name={`× ${t('pace.winRate')}`}>
          <FigureLink href={closed} count={winRates.won.count + winRates.lost.count}>
            {formatRate(winRate, style)}
          </FigureLink>
        </Item>
        <Item name={`× ${t('pace.dealSize')}`}>
          <FigureLink href={won} count={winRates.won.count}>
            {amountText(dealSize, style)}
          </FigureLink>
        </Item>
        <Item name={`÷ ${t('pace.cycleDays')}`}>
          <FigureLink href={won} count={winRates.won.count}>
            {t('days', { value: days(cycleDays) })}
          </FigureLink>
        </Item>
      </dl>
      <p className="mt-3 text-small leading-text text-text-2">
        {t('pace.measured', { range: formatRange(history.from, history.to, style.locale) })}{' '}
        {pace.cycle.count > 0 &&
          t('pace.cycle', { p10: days(pace.cycle.p10), p50: days(pace.cycle.p50), p90: days(pace.cycle.p90) })}
      </p>
    </Card>
  )
}

function Item({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="whitespace-nowrap text-text-3">{name}</dt>
      <dd className="text-read font-strong">{children}</dd>
    </div>
  )
}

type WinRateCardProps = PipelineFrame & {
  readonly closed: WinRate
  readonly cohort: CohortWinRate
  readonly past: WinRate
  readonly history: Span
}

/** 受注率: of what was closed in the period and in twelve months, and of what was created in the period so far. */
export function WinRateCard({ closed, cohort, past, history, ...frame }: WinRateCardProps) {
  const t = useTranslations('pipeline')
  const { style, from, to } = frame
  const row = (key: string, name: string, rate: WinRate, basis: 'closed' | 'created', span: Span) => {
    const link = (state: 'won' | 'lost' | 'open', count: number) => (
      <FigureLink
        key={state}
        href={recordsHref(frame, 'deals', { basis, customers: 'all', state, ...span })}
        count={count}
      >
        {countText(count, style)}
      </FigureLink>
    )
    const open = basis === 'created' ? link('open', cohort.open.count) : '—'
    const figures = [link('won', rate.won.count), link('lost', rate.lost.count), open]
    return { key, name, cells: [...figures, formatRate(rate.byCount, style), formatRate(rate.byAmount, style)] }
  }
  return (
    <Card flush title={t('winRate.title')} hint={t('winRate.hint')}>
      <div className="overflow-x-auto">
        <CardTable
          isDense
          label={t('winRate.title')}
          nameHeader={t('winRate.of')}
          columns={[
            { key: 'won', header: t('states.won') },
            { key: 'lost', header: t('states.lost') },
            { key: 'open', header: t('states.open') },
            { key: 'byCount', header: t('winRate.byCount') },
            { key: 'byAmount', header: t('winRate.byAmount'), hiddenOnPhone: true },
          ]}
          rows={[
            row('closed', t('winRate.closed'), closed, 'closed', { from, to }),
            row('created', t('winRate.created'), cohort, 'created', { from, to }),
            row('past', t('winRate.past'), past, 'closed', history),
          ]}
        />
      </div>
      <p className="border-t px-4 py-2.5 text-small leading-text text-text-2">
        {t('winRate.formula')}
        {cohort.settled !== null && cohort.settled < 1 && (
          <span className="block">{t('winRate.unripe', { settled: formatRate(cohort.settled, style) })}</span>
        )}
      </p>
    </Card>
  )
}
