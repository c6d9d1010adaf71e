import type { CampaignResult, CampaignTransition } from '#lib/forecast/campaign-results'
import { formatCount, formatDate, formatRate, formatRatio, moneyUnitLabel } from '#lib/format'
import { METRICS } from '#lib/metrics'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ChannelName } from '../kpi/channel-dot'
import { PairCell } from '../table/cells'
import type { DataColumn } from '../table/column'
import { type FigureStyle, figureText } from './figure-text'
import { rateName, sectionName, type Words } from './names'

type Context = { readonly ledger: Ledger; readonly style: FigureStyle; readonly t: Words }
type Column = DataColumn<CampaignResult>

/** Campaign, entries and cost beside their plan, the cohort's rates, and what was won. */
export function campaignColumns(results: readonly CampaignResult[], context: Context): Column[] {
  const { style, t } = context
  const { locale } = style
  const money = moneyUnitLabel(style.unit, style)
  const amount = (value: number | null) => (value === null ? '' : figureText('revenue', value, style))
  const count = (value: number | null) => (value === null ? '' : formatCount(value, style))
  return [
    {
      id: 'name',
      header: t('campaigns.name'),
      frozen: true,
      width: 200,
      cell: (row) => <Name row={row} {...context} />,
    },
    {
      id: 'dates',
      header: t('campaigns.dates'),
      align: 'start',
      hiddenOnPhone: true,
      cell: (row) => datesOf(row, style),
    },
    {
      ...{ id: 'entries', header: t('campaigns.entries') },
      cell: ({ entries, campaign, entryStage }) => (
        <>
          <Pair actual={count(entries)} plan={count(campaign.plannedEntries)} />
          {entryStage && <small className="ml-1 text-text-3">{sectionName(entryStage, context.ledger, locale)}</small>}
        </>
      ),
    },
    {
      ...{ id: 'cost', header: t('campaigns.cost', { unit: money }), hiddenOnPhone: true },
      cell: ({ cost, campaign }) => <Pair actual={amount(cost)} plan={amount(campaign.budget)} />,
    },
    ...transitionColumns(results, context),
    { id: 'won', header: METRICS.won[locale], cell: ({ won }) => count(won) },
    {
      ...{ id: 'revenue', header: `${METRICS.revenue[locale]}（${money}）`, hiddenOnPhone: true },
      cell: ({ revenue }) => amount(revenue),
    },
    { id: 'roi', header: t('campaigns.roi'), hiddenOnPhone: true, cell: ({ roi }) => formatRatio(roi, style) },
  ]
}

function Name({ row, ledger }: Context & { readonly row: CampaignResult }) {
  const channel = ledger.channels.find(({ id }) => id === row.campaign.channelId)
  return <ChannelName colour={channel?.colour ?? 0}>{row.campaign.name}</ChannelName>
}

function datesOf({ campaign }: CampaignResult, { locale }: FigureStyle): string {
  const [first, last] = [formatDate(campaign.startsOn, locale), formatDate(campaign.endsOn, locale)]
  return first === last ? first : `${first}–${last}`
}

function Pair({ actual, plan }: { readonly actual: string; readonly plan: string }) {
  return plan === '' ? <b className="text-text">{actual}</b> : <PairCell first={actual || '—'} second={plan} />
}

/** One column per rate that any of the campaigns has, in funnel order. */
function transitionColumns(results: readonly CampaignResult[], context: Context): Column[] {
  const { ledger, style, t } = context
  const reached = new Set(results.flatMap(({ transitions }) => transitions.map(({ to }) => to)))
  return ledger.stages
    .map(({ key }, at) => ({ to: key, from: ledger.stages[at - 1]?.key ?? '' }))
    .filter(({ to }) => reached.has(to))
    .map(({ from, to }): Column => {
      const find = ({ transitions }: CampaignResult) => transitions.find((each) => each.to === to)
      return {
        ...{ id: `rate:${to}`, header: rateName(from, to, ledger, style.locale, t), hiddenOnPhone: true },
        look: (row) => (find(row)?.isUnripe && find(row)?.rate !== null ? 'unripe' : null),
        cell: (row) => <Rate transition={find(row)} {...context} />,
      }
    })
}

/** A ripe rate stands alone; an unripe one says how ripe it is and where it will end. */
function Rate({ transition, style, t }: Context & { readonly transition: CampaignTransition | undefined }) {
  if (!transition || transition.rate === null) return null
  const rate = formatRate(transition.rate, style)
  if (!transition.isUnripe) return rate
  const { ripeness, expected } = transition
  return (
    <span className="inline-block py-1 leading-[1.25]">
      {rate}
      <small className="block text-text-3">
        {t('campaigns.unripe', { ripeness: formatRatio(ripeness, style), expected: formatRate(expected, style) })}
      </small>
    </span>
  )
}
