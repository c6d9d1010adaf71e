import { formatMoney } from '#lib/format'
import type { PlanFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import { type NumberFault, parseDecimal, parseNumber, parsePercent } from '#lib/input/number'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'

/** A plan as it stands in the form: every figure is the text that was typed, so that none is lost. */
export type PlanForm = {
  readonly revenueGoal: string
  readonly existing: string
  readonly salesSourced: string
  readonly spread: {
    readonly kind: PlanDraft['spread']['kind']
    readonly weights: readonly string[]
    readonly amounts: readonly string[]
  }
  readonly nextYearGrowth: string
  readonly rounding: PlanDraft['rounding']
  readonly channels: readonly ChannelForm[]
}

export type ChannelForm = {
  readonly channelId: string
  readonly share: string
  readonly entry: StageKey
  /** By the stage that is reached; kept also for stages before the entry. A measured curve stays a list. */
  readonly rates: Readonly<Record<StageKey, string>>
  readonly lags: Readonly<Record<StageKey, string | readonly string[]>>
  readonly dealSize: string
  readonly unitCostStage: StageKey | null
  readonly unitCost: string
  readonly fixedCostPerMonth: string
}

/** Whether there is a goal at all: before that nothing follows from it, which is not 0. */
export const hasGoal = (figures: PlanFigures): boolean => figures.goalByMonth.some((goal) => goal > 0)

/** 0.012 is '1.2': the decimal point moved, without a float. */
export function percentText(fraction: string): string {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(fraction) ?? []
  const digits = whole + decimals.padEnd(2, '0')
  const cut = digits.length - Math.max(0, decimals.length - 2)
  const shown = digits.slice(0, cut).replace(/^0+(?=\d)/, '')
  const rest = digits.slice(cut).replace(/0+$/, '')
  return `${sign}${shown}${rest === '' ? '' : `.${rest}`}`
}

/** 120000000 is '120,000,000'; amounts are in the currency's minor unit. */
export function amountText(amount: number | null, currency: string): string {
  return amount === null ? '' : formatMoney(amount, { unit: 'yen', currency, locale: 'en' })
}

const TWELVE = Array.from({ length: 12 }, () => '')

/** The form of a saved draft. */
export function formOf(draft: PlanDraft, currency: string): PlanForm {
  const { spread } = draft
  const values = spread.values.map((value) => value ?? '')
  return {
    revenueGoal: amountText(draft.revenueGoal, currency),
    existing: amountText(draft.existing, currency),
    salesSourced: amountText(draft.salesSourced, currency),
    spread: {
      kind: spread.kind,
      weights: spread.kind === 'weights' ? values : TWELVE.map(() => '1'),
      amounts:
        spread.kind === 'amounts'
          ? values.map((text) => amountText(text === '' ? null : Number(text), currency))
          : TWELVE,
    },
    nextYearGrowth: draft.nextYearGrowth === null ? '' : percentText(draft.nextYearGrowth),
    rounding: draft.rounding,
    channels: draft.channels.map((channel) => channelFormOf(channel, currency)),
  }
}

function channelFormOf(channel: ChannelDraft, currency: string): ChannelForm {
  const rates = channel.transitions.map(({ to, rate }) => [to, rate === null ? '' : percentText(rate)] as const)
  return {
    channelId: channel.channelId,
    share: channel.share === null ? '' : percentText(channel.share),
    entry: channel.entry,
    rates: Object.fromEntries(rates),
    lags: Object.fromEntries(channel.transitions.map(({ to, lag }) => [to, lag ?? ''])),
    dealSize: amountText(channel.dealSize, currency),
    unitCostStage: channel.unitCostStage,
    unitCost: amountText(channel.unitCost, currency),
    fixedCostPerMonth: amountText(channel.fixedCostPerMonth, currency),
  }
}

/** A channel as it joins a plan: no rate is assumed, and no delay. */
export function newChannelForm(
  channelId: string,
  entry: StageKey,
  stages: readonly StageKey[],
  share: string,
): ChannelForm {
  return {
    channelId,
    share,
    entry,
    rates: {},
    lags: Object.fromEntries(stages.map((stage) => [stage, '0'])),
    dealSize: '',
    unitCostStage: null,
    unitCost: '',
    fixedCostPerMonth: '',
  }
}

/** The form of a plan that does not exist yet: the first channel takes all, months are equal, nothing is assumed. */
export function blankForm(
  first: { readonly id: string; readonly defaultEntry: StageKey } | null,
  stages: readonly StageKey[],
): PlanForm {
  return {
    revenueGoal: '',
    existing: '0',
    salesSourced: '0',
    spread: { kind: 'weights', weights: TWELVE.map(() => '1'), amounts: TWELVE },
    nextYearGrowth: '0',
    rounding: 'stage',
    channels: first ? [newChannelForm(first.id, first.defaultEntry, stages, '100')] : [],
  }
}

/** Why a field could not be read, by its path. */
export type Unreadable = Readonly<Record<string, NumberFault>>
export type ReadForm = { readonly draft: PlanDraft; readonly unreadable: Unreadable }
export type ReadChannel = { readonly draft: ChannelDraft; readonly unreadable: Unreadable }

/**
 * The draft in a form's texts. A text that cannot be read is null in the draft and named in `unreadable`.
 * `channelOf` lets a screen keep what it read of channels that did not change.
 */
export function readForm(
  form: PlanForm,
  decimals: number,
  channelOf: (channel: ChannelForm, decimals: number) => ReadChannel = readChannel,
): ReadForm {
  const reader = new Reader(decimals)
  const { kind, weights, amounts } = form.spread
  const channels = form.channels.map((channel) => channelOf(channel, decimals))
  const draft: PlanDraft = {
    revenueGoal: reader.amount('revenueGoal', form.revenueGoal),
    existing: reader.amount('existing', form.existing),
    salesSourced: reader.amount('salesSourced', form.salesSourced),
    spread:
      kind === 'weights'
        ? { kind, values: weights.map((text, month) => reader.decimal(`spread.${month}`, text)) }
        : { kind, values: amounts.map((text, month) => reader.amount(`spread.${month}`, text)?.toString() ?? null) },
    nextYearGrowth: reader.percent('nextYearGrowth', form.nextYearGrowth),
    rounding: form.rounding,
    channels: channels.map((channel) => channel.draft),
  }
  const ofChannels = channels.flatMap(({ unreadable }, i) =>
    Object.entries(unreadable).map(([field, fault]) => [`channels.${i}.${field}`, fault] as const),
  )
  return { draft, unreadable: { ...reader.unreadable, ...Object.fromEntries(ofChannels) } }
}

/** readForm's part for one channel; its paths start at the channel: 'share', 'lead.rate'. */
export function readChannel(channel: ChannelForm, decimals: number): ReadChannel {
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
  }
  return { draft, unreadable: reader.unreadable }
}

/** readChannel that gives the same object while the channel's form is the same. */
export function rememberedChannels(): typeof readChannel {
  const known = new WeakMap<ChannelForm, ReadChannel>()
  return (channel, decimals) => {
    const read = known.get(channel) ?? readChannel(channel, decimals)
    known.set(channel, read)
    return read
  }
}

/** Reads texts and remembers, by path, which of them it could not read. */
class Reader {
  readonly unreadable: Record<string, NumberFault> = {}
  constructor(private readonly decimals: number) {}

  amount(path: string, text: string): number | null {
    return this.kept(path, parseNumber(text, { decimals: this.decimals }))
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

/** How a text is written once its field is left: 120000000 becomes 120,000,000. What cannot be read stays as typed. */
export function tidied(
  kind: 'amount' | 'percent' | 'decimal',
  text: string,
  currency: string,
  decimals: number,
): string {
  if (kind === 'amount') {
    const read = parseNumber(text, { decimals })
    return 'fault' in read ? text : amountText(read.value, currency)
  }
  const read = kind === 'percent' ? parsePercent(text) : parseDecimal(text)
  if ('fault' in read) return text
  if (read.value === null) return ''
  return kind === 'percent' ? percentText(read.value) : read.value
}
