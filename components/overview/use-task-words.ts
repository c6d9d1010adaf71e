import { useTranslations } from 'next-intl'
import { formatCount, formatMonth, formatRatio } from '#lib/format'
import { stageName } from '#lib/metrics'
import { figureWithUnit, monthsText } from '../plan-vs-actual/figure-text'
import { listOf, sectionName } from '../plan-vs-actual/names'
import type { CardProps } from './overview-props'
import type { Task } from './tasks'

/** What a task says: its title, which leads somewhere if the person may go there, and a quieter note. */
export type TaskWords = { readonly href: string | undefined; readonly title: string; readonly note: string | null }

type Of<K extends Task['kind']> = Extract<Task, { readonly kind: K }>
type Decision = Extract<Task, { readonly draft: unknown }>
type Words = (key: string, values?: Record<string, string | number>) => string
type Context = Pick<CardProps, 'ledger' | 'style' | 'links'> & { readonly t: Words; readonly words: Words }

export function useTaskWords(task: Task, props: Pick<CardProps, 'ledger' | 'style' | 'links'>): TaskWords {
  const context = { ...props, t: useTranslations('overview'), words: useTranslations('plan-vs-actual') }
  switch (task.kind) {
    case 'missing':
      return missingWords(task, context)
    case 'close':
      return closeWords(task, context)
    case 'uncovered':
      return uncoveredWords(task, context)
    case 'campaign':
      return campaignWords(task, context)
    default:
      return draftWords(task, context)
  }
}

function draftWords({ draft, teamId }: Decision, { t, links }: Context): TaskWords {
  const { version, createdBy, reason } = draft
  const plan = links.teams[teamId]?.plan
  return {
    href: plan === undefined ? undefined : `${plan}?version=${version}`,
    title: t('tasks.draft', { version }),
    note: reason === null ? t('tasks.by', { name: createdBy }) : t('tasks.byFor', { name: createdBy, reason }),
  }
}

/** Whose entry it is, which of its metrics are blank, and whether the landing stands on a forecast of them. */
function missingWords(
  { place, teamId, isEstimated }: Of<'missing'>,
  { ledger, style, links, t, words }: Context,
): TaskWords {
  const month = formatMonth(ledger.year.months[place.month] ?? ledger.year.first, style.locale)
  const href = links.teams[teamId]?.actuals
  const estimated = isEstimated ? [t('tasks.estimated')] : []
  const note = (parts: readonly string[]) => (parts.length > 0 ? parts.join(t('tasks.comma')) : null)
  if (place.wholeMonth) return { href, title: t('tasks.wholeMonth', { month }), note: note(estimated) }
  const isLine = place.line === 'existing' || place.line === 'salesSourced'
  const what = isLine
    ? sectionName(place.line, ledger, style.locale)
    : (ledger.channels.find((each) => each.id === place.channelId)?.name ?? words('unknownChannel'))
  const which = isLine
    ? []
    : [
        listOf(
          place.metrics.map((metric) => sectionName(metric, ledger, style.locale)),
          style.locale,
        ),
      ]
  return { href, title: t('tasks.missing', { month, what }), note: note([...which, ...estimated]) }
}

function closeWords({ months, teamId }: Of<'close'>, { ledger, style, links, t }: Context): TaskWords {
  const period = monthsText(ledger.year, months.first, months.last, style.locale)
  return { href: links.teams[teamId]?.actuals, title: t('tasks.close', { period }), note: null }
}

function uncoveredWords({ gap, teamId }: Of<'uncovered'>, { ledger, style, links, t, words }: Context): TaskWords {
  const run = ledger.runs.find((each) => each.teamId === teamId && each.channelId === gap.channelId)
  const entry = ledger.stages.find((stage) => stage.key === run?.stages[0])
  return {
    href: links.teams[teamId]?.campaigns,
    title: t('tasks.uncovered', {
      channel: ledger.channels.find((each) => each.id === gap.channelId)?.name ?? words('unknownChannel'),
      stage: entry ? stageName(entry, style.locale) : '',
      count: formatCount(gap.count, style),
    }),
    note: t('tasks.worth', { amount: figureWithUnit('revenue', gap.yen, style) }),
  }
}

function campaignWords(
  { campaign, transition, teamId }: Of<'campaign'>,
  { ledger, style, links, t }: Context,
): TaskWords {
  const name = (key: string) => {
    const stage = ledger.stages.find((each) => each.key === key)
    return stage ? stageName(stage, style.locale) : key
  }
  return {
    href: links.teams[teamId]?.campaigns,
    title: campaign.name,
    note: t('tasks.unripe', {
      from: name(transition.from),
      count: formatCount(transition.n, style),
      ripeness: formatRatio(transition.ripeness, style),
    }),
  }
}
