import { type NumberFault, parseDecimal, parseNumber, parsePercent } from '#lib/input/number'
import { type ChannelDraft, MOST_PEOPLE, type PlanDraft } from '#lib/input/plan-draft'
import { remembered } from '#lib/remembered'
import type { ChannelForm, PlanForm } from './plan-form'

/** Why a field could not be read, by its path. */
export type Unreadable = Readonly<Record<string, NumberFault>>
export type ReadForm = { readonly draft: PlanDraft; readonly unreadable: Unreadable }
export type ReadChannel = { readonly draft: ChannelDraft; readonly unreadable: Unreadable }

/** How the parts of a form are read. */
export type FormReading = { readonly goalsOf: typeof readGoals; readonly channelOf: typeof readChannel }

/**
 * The draft in a form's texts. A text that cannot be read is null in the draft and named in `unreadable`.
 * With `rememberedReading` a screen keeps what it read of parts that did not change.
 */
export function readForm(form: PlanForm, decimals: number, reading: FormReading = READING): ReadForm {
  const { channels: channelForms, ...goalsForm } = form
  const goals = reading.goalsOf(goalsForm, decimals)
  const channels = channelForms.map((channel) => reading.channelOf(channel, decimals))
  const ofChannels = channels.flatMap(({ unreadable }, i) =>
    Object.entries(unreadable).map(([field, fault]) => [`channels.${i}.${field}`, fault] as const),
  )
  return {
    draft: { ...goals.draft, channels: channels.map((channel) => channel.draft) },
    unreadable: { ...goals.unreadable, ...Object.fromEntries(ofChannels) },
  }
}

/** readForm's part for everything but the channels. */
function readGoals(form: Omit<PlanForm, 'channels'>, decimals: number) {
  const reader = new Reader(decimals)
  const { kind, weights, amounts } = form.spread
  const draft: Omit<PlanDraft, 'channels'> = {
    revenueGoal: reader.amount('revenueGoal', form.revenueGoal),
    existing: reader.amount('existing', form.existing),
    salesSourced: reader.amount('salesSourced', form.salesSourced),
    spread:
      kind === 'weights'
        ? { kind, values: weights.map((text, month) => reader.decimal(`spread.${month}`, text)) }
        : { kind, values: amounts.map((text, month) => reader.amount(`spread.${month}`, text)?.toString() ?? null) },
    nextYearGrowth: reader.percent('nextYearGrowth', form.nextYearGrowth),
    rounding: form.rounding,
    salesPeople: reader.people('salesPeople', form.salesPeople),
    opportunitiesPerPerson: reader.decimal('opportunitiesPerPerson', form.opportunitiesPerPerson),
  }
  return { draft, unreadable: reader.unreadable }
}

/** readForm's part for one channel; its paths start at the channel: 'share', 'lead.rate'. */
function readChannel(channel: ChannelForm, decimals: number): ReadChannel {
  const reader = new Reader(decimals)
  const stages = [...new Set([...Object.keys(channel.rates), ...Object.keys(channel.lags)])]
  const draft: ChannelDraft = {
    channelId: channel.channelId,
    share: reader.percent('share', channel.share),
    entry: channel.entry,
    transitions: stages.map((to) => {
      const lag = channel.lags[to] ?? ''
      return {
        to,
        rate: reader.percent(`${to}.rate`, channel.rates[to] ?? ''),
        lag: typeof lag === 'string' ? reader.decimal(`${to}.lag`, lag) : [...lag],
      }
    }),
    dealSize: reader.amount('dealSize', channel.dealSize),
    unitCostStage: channel.unitCostStage,
    unitCost: reader.amount('unitCost', channel.unitCost),
    fixedCostPerMonth: reader.amount('fixedCostPerMonth', channel.fixedCostPerMonth),
    scheduled: channel.scheduled,
    entryUplift: channel.entryUplift,
    note: channel.note.trim() || null,
  }
  return { draft, unreadable: reader.unreadable }
}

const READING: FormReading = { goalsOf: readGoals, channelOf: readChannel }

/** A reading that gives the same objects for parts of the form that are the same. */
export function rememberedReading(): FormReading {
  return { goalsOf: remembered(readGoals), channelOf: remembered(readChannel, ({ channelId }) => channelId) }
}

/** Reads texts and remembers, by path, which of them it could not read. */
class Reader {
  readonly unreadable: Record<string, NumberFault> = {}
  constructor(private readonly decimals: number) {}

  amount(path: string, text: string): number | null {
    return this.kept(path, parseNumber(text, { decimals: this.decimals }))
  }

  people(path: string, text: string): number | null {
    const parsed = parseNumber(text, { decimals: 0 })
    const tooMany = 'value' in parsed && Math.abs(parsed.value ?? 0) > MOST_PEOPLE
    return this.kept(path, tooMany ? { fault: 'numberTooLarge' } : parsed)
  }

  decimal(path: string, text: string): string | null {
    return this.kept(path, parseDecimal(text))
  }

  percent(path: string, text: string): string | null {
    return this.kept(path, parsePercent(text))
  }

  private kept<T>(path: string, parsed: { readonly value: T | null } | { readonly fault: NumberFault }): T | null {
    if (!('fault' in parsed)) return parsed.value
    this.unreadable[path] = parsed.fault
    return null
  }
}
