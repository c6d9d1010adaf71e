import { formatCount, formatMoney, formatMonth, type Locale, minorDigits } from '#lib/format'
import type { AddCampaignInput } from '#lib/input/campaign'
import { type NumberFault, parseNumber } from '#lib/input/number'
import { monthOf } from '#lib/month'
import type { CampaignItem } from './campaigns-props'

/** A campaign as it is typed. */
export type CampaignText = {
  readonly name: string
  readonly channelId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly budget: string
  readonly plannedEntries: string
}

export const BLANK: CampaignText = {
  ...{ name: '', channelId: '', startsOn: '', endsOn: '', budget: '', plannedEntries: '' },
}

/** What the form holds of a campaign that exists. */
export function textOf({ campaign }: Pick<CampaignItem, 'campaign'>, currency: string): CampaignText {
  const { name, channelId, startsOn, endsOn, budget, plannedEntries } = campaign
  return {
    ...{ name, channelId, startsOn, endsOn },
    budget: budget === null ? '' : formatMoney(budget, { unit: 'yen', currency, locale: 'en' }),
    plannedEntries: plannedEntries === null ? '' : formatCount(plannedEntries, { locale: 'en' }),
  }
}

export type ReadCampaign =
  | { readonly ok: true; readonly campaign: Omit<AddCampaignInput, 'teamId'> }
  /** Field → key in `errors`. */
  | { readonly ok: false; readonly faults: Readonly<Record<string, NumberFault>> }

/** Reads what was typed; dates and names are checked by the server, which names what is wrong. */
export function readCampaign({ budget, plannedEntries, ...texts }: CampaignText, currency: string): ReadCampaign {
  const money = parseNumber(budget, { decimals: minorDigits(currency) })
  const count = parseNumber(plannedEntries)
  const faults = {
    ...('fault' in money ? { budget: money.fault } : {}),
    ...('fault' in count ? { plannedEntries: count.fault } : {}),
  }
  if ('fault' in money || 'fault' in count) return { ok: false, faults }
  // One day is the usual length of what has no end.
  const endsOn = texts.endsOn === '' ? texts.startsOn : texts.endsOn
  return { ok: true, campaign: { ...texts, endsOn, budget: money.value, plannedEntries: count.value } }
}

/** Days within a year that is known from elsewhere: 5/20–5/22, May 20–May 22; one day stands alone. */
export function daysText(first: string, last: string, locale: Locale): string {
  return first === last ? dayText(first, locale) : `${dayText(first, locale)}–${dayText(last, locale)}`
}

function dayText(date: string, locale: Locale): string {
  const day = Number(date.slice(8, 10))
  const month = monthOf(date)
  return locale === 'ja' ? `${Number(date.slice(5, 7))}/${day}` : `${formatMonth(month, locale)} ${day}`
}
