import { formatMonth, type Locale } from '#lib/format'
import { metricOf, stageName } from '#lib/metrics'
import { belongs, hasPlan, type Ledger, type LedgerMetric } from '#lib/plan-vs-actual/ledger'
import type { Period } from '#lib/plan-vs-actual/period'
import { metricRows, type Part, type Section } from '#lib/plan-vs-actual/sections'

/** The words of these screens; any translator of the namespace plan-vs-actual. */
export type Words = (key: string, values?: Record<string, string | number>) => string

/** What a block of the table is called. */
export function sectionName(key: Section['key'], { stages }: Pick<Ledger, 'stages'>, locale: Locale): string {
  const stage = stages.find((each) => each.key === key)
  return stage ? stageName(stage, locale) : metricOf(key)[locale]
}

/** What a rate is called, by both of its stages: 商談→受注率. */
export function rateName(
  from: string,
  to: string,
  { stages }: Pick<Ledger, 'stages'>,
  locale: Locale,
  t: Words,
): string {
  const name = (key: string) => stageName(stages.find((each) => each.key === key) ?? { key, name: null }, locale)
  return t('rateName', { from: name(from), to: name(to) })
}

/** What a part of it is called: the channel's name; 未配分, or 超過 when the teams hold more than the company. */
export function partName(part: Part, { channels }: Pick<Ledger, 'channels'>, t: Words): string {
  if (part.line === 'unallocated') return t(isOverAllocated(part) ? 'overallocated' : 'unallocated')
  return channels.find((channel) => channel.id === part.channelId)?.name ?? t('unknownChannel')
}

/** Whether the year's plans of the teams add up to more than the company's. */
export function isOverAllocated({ rows }: Pick<Part, 'rows'>): boolean {
  return rows.flatMap((row) => row.plan).reduce<number>((sum, plan) => sum + (plan ?? 0), 0) < 0
}

/** What a metric counts, behind its name; money has the view's unit instead. */
export function countUnit(metric: LedgerMetric, t: Words): string {
  return metric === 'visit' ? t('units.visit') : t('units.count')
}

/** Names of the channels whose cost stands apart, because others have a cost plan and they have none. */
export function channelsWithoutCostPlan(ledger: Ledger): string[] {
  const costs = metricRows(ledger, 'cost').filter(belongs)
  if (!costs.some(hasPlan)) return []
  const apart = new Set(costs.filter((row) => !hasPlan(row)).map((row) => row.channelId))
  return ledger.channels.filter((channel) => apart.has(channel.id)).map((channel) => channel.name)
}

/** Names in a row: Web・展示会; Web, Exhibitions. */
export function listOf(names: readonly string[], locale: Locale): string {
  return names.join(locale === 'ja' ? '・' : ', ')
}

/** A column's name: 4月, 1Q, 上期, 通期. */
export function periodName(period: Period, { year }: Pick<Ledger, 'year'>, locale: Locale, t: Words): string {
  if (period.kind !== 'month') return t(`periods.${period.key}`)
  return formatMonth(year.months[period.first] ?? year.first, locale)
}
