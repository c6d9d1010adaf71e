import type { ChannelForm, PlanForm } from './plan-form'

const PLAN_TEXTS = [
  'revenueGoal',
  'existing',
  'salesSourced',
  'nextYearGrowth',
  'salesPeople',
  'opportunitiesPerPerson',
] as const
const CHANNEL_TEXTS = ['share', 'dealSize', 'unitCost', 'fixedCostPerMonth'] as const
const isOneOf = <T extends string>(names: readonly T[], name: string): name is T => names.some((one) => one === name)

/** The text in a field, by its path in the draft: 'revenueGoal', 'spread.3', 'channels.0.share', 'channels.0.lead.rate'. */
export function textIn(form: PlanForm, field: string): string {
  const [head = '', at, name = '', kind] = field.split('.')
  if (isOneOf(PLAN_TEXTS, head)) return form[head]
  if (head === 'spread') return form.spread[form.spread.kind][Number(at)] ?? ''
  const channel = form.channels[Number(at)]
  if (!channel) return ''
  if (isOneOf(CHANNEL_TEXTS, name)) return channel[name]
  const text = kind === 'rate' ? channel.rates[name] : channel.lags[name]
  return typeof text === 'string' ? text : ''
}

/** The place of the channel to which a field belongs; null for a field of the whole plan. */
export function channelOfField(field: string): number | null {
  const [head, at] = field.split('.')
  return head === 'channels' && at !== undefined ? Number(at) : null
}

/** The form with another text in one field; everything beside the way to it stays the same object. */
export function withText(form: PlanForm, field: string, text: string): PlanForm {
  const [head = '', at, name = '', kind] = field.split('.')
  if (isOneOf(PLAN_TEXTS, head)) return { ...form, [head]: text }
  if (head === 'spread') {
    const list = form.spread.kind
    return { ...form, spread: { ...form.spread, [list]: form.spread[list].with(Number(at), text) } }
  }
  const channel = form.channels[Number(at)]
  if (!channel) return form
  return { ...form, channels: form.channels.with(Number(at), channelWithText(channel, name, kind, text)) }
}

function channelWithText(channel: ChannelForm, name: string, kind: string | undefined, text: string): ChannelForm {
  // The first cost typed is that of the entry, until another stage is chosen.
  if (name === 'unitCost') {
    return { ...channel, unitCost: text, unitCostStage: channel.unitCostStage ?? channel.entry }
  }
  if (isOneOf(CHANNEL_TEXTS, name)) return { ...channel, [name]: text }
  if (kind === 'rate') return { ...channel, rates: { ...channel.rates, [name]: text } }
  return { ...channel, lags: { ...channel.lags, [name]: text } }
}
