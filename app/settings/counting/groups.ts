import { formatCount, formatMoney, formatYearMonth, type Locale, type MoneyStyle } from '#lib/format'
import { isCount, METRICS, metricOf, stageName } from '#lib/metrics'
import type { Channel, Stage } from '#lib/organisation'
import type { ComparedCell, CountedFrom } from '#lib/records/counted-actuals'
import type { CountingGroup, CountingRow } from '../../../components/settings/counting-props'

type Words = (key: string, values?: Record<string, string | number>) => string
type Place = CountingRow['place']

export type CountingSource = {
  readonly teamId: string
  readonly channels: readonly Channel[]
  readonly stages: readonly Stage[]
  readonly choices: readonly CountedFrom[]
  readonly compared: readonly ComparedCell[]
  readonly style: MoneyStyle & { readonly locale: Locale }
}

/** The rows of the screen: what each channel can count from records, then the revenue of the other lines. */
export function countingGroups(source: CountingSource, t: Words): CountingGroup[] {
  const { teamId, channels, stages, style } = source
  const counted = stages.slice(stages.findIndex(({ key }) => key === 'lead'))
  const metrics = [
    ...counted.map((stage) => ({ key: stage.key, name: stageName(stage, style.locale) })),
    ...MONEY(style),
  ]
  const ofChannels = channels
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, name }) => ({
      key: id,
      name,
      rows: metrics.map((metric) =>
        rowOf(source, { teamId, line: 'channel', channelId: id, metric: metric.key }, name, metric.name, t),
      ),
    }))
  const lines = (['existing', 'salesSourced'] as const).map((line) =>
    rowOf(
      source,
      { teamId, line, channelId: null, metric: 'revenue' },
      METRICS[line][style.locale],
      METRICS[line][style.locale],
      t,
    ),
  )
  return [...ofChannels, { key: 'lines', name: t('countingLines'), rows: lines }]
}

const MONEY = ({ locale }: { readonly locale: Locale }) =>
  ['revenue', 'cost'].map((key) => ({ key, name: metricOf(key)[locale] }))

function rowOf(source: CountingSource, place: Place, channel: string, metric: string, t: Words): CountingRow {
  const { choices, compared, style } = source
  const isHere = (each: Omit<ComparedCell, 'month' | 'byHand' | 'fromRecords'>) =>
    each.line === place.line && each.channelId === place.channelId && each.metric === place.metric
  const own = compared.filter(isHere)
  const agreeing = own.filter(({ byHand, fromRecords }) => byHand === fromRecords).length
  const shown = (value: number) => (isCount(place.metric) ? formatCount(value, style) : formatMoney(value, style))
  return {
    ...{ place, name: metric, label: t('countingOf', { channel, metric }) },
    chosen: choices.find(isHere)?.month ?? '',
    agreeing: agreeing > 0 ? t('countingSame', { count: agreeing }) : null,
    differing: own
      .filter(({ byHand, fromRecords }) => byHand !== fromRecords)
      .map(({ month, byHand, fromRecords }) =>
        t('countingBoth', {
          month: formatYearMonth(month, style.locale),
          ...{ hand: shown(byHand), records: shown(fromRecords) },
        }),
      ),
  }
}
