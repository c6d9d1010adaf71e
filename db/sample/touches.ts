import type { z } from 'zod'
import type { AccountRef } from '#lib/records/fields'
import { externalIdentity } from '#lib/records/identity'
import type { TouchRow } from '#lib/records/touch'
import { addDays, daysBetween } from './days'
import type { Deal, Person } from './people-and-deals'
import type { Random } from './random'

type Touch = z.input<typeof TouchRow>
type Account = z.input<typeof AccountRef>

/** A run of a channel that people meet it at. */
export type SampleRun = {
  readonly id: string
  readonly channelId: string
  readonly startsOn: string
  readonly endsOn: string
}

export type TouchesOf = {
  readonly random: Random
  readonly prefix: string
  readonly today: string
  readonly people: readonly Person[]
  readonly deals: readonly Deal[]
  /** Of qualified people by their key, and of deals by theirs. */
  readonly accounts: ReadonlyMap<string, Account>
  /** Channels by name. */
  readonly ids: ReadonlyMap<string, string>
  readonly runs: readonly SampleRun[]
}

/** A touch before it has an identity: whose it is, by which channel, when, and what happened. */
type Contact = Pick<Touch, 'account' | 'leadExternalId'> & {
  readonly channel: string
  readonly at: string
  readonly kind: string
}

/** People are still asked back to a run that ended so many days ago. */
const REMEMBERED = 120

/**
 * How the company's people were met: webinars and advertisements open, exhibitions and forms make the lead, seminars
 * keep it warm, the price pages and a visit of their own close it. Sales' own deals were never touched.
 */
export function touchesOf(of: TouchesOf): Touch[] {
  const { today, prefix, ids } = of
  const byKey = new Map(of.deals.map((deal) => [deal.key, deal]))
  const contacts = [
    ...of.people
      .filter(({ qualifiedOn }) => qualifiedOn !== null)
      .flatMap((person) => contactsOfPerson(person, byKey.get(person.deal ?? '') ?? null, of)),
    ...of.deals.filter(({ person }) => person === null).flatMap((deal) => contactsOfDeal(deal, of)),
  ]
  return contacts
    .filter(({ at, channel }) => at <= today && ids.has(channel))
    .map(({ channel, ...contact }, i) => {
      const channelId = ids.get(channel) ?? ''
      const identity = externalIdentity(`${prefix}-T${i + 1}`)
      return { ...contact, identity, channelId, campaignId: runAt(channelId, contact.at, of.runs) }
    })
}

const FIRST_KIND: Readonly<Record<string, string>> = {
  Web: '資料請求',
  展示会: '名刺交換',
  セミナー: '申し込み',
  広告: '広告クリック',
  紹介: '紹介',
}

/** All that happens, in the words of the CRM. */
export const KINDS = [
  ...Object.values(FIRST_KIND),
  ...[
    '接点',
    'ウェビナー視聴',
    '参加（名簿をあとから取り込み）',
    '参加',
    '事例ページ閲覧',
    '料金ページ閲覧',
    '直接の来訪',
  ],
] as const

function contactsOfPerson(person: Person, deal: Deal | null, of: TouchesOf): Contact[] {
  const { random, today } = of
  const channel = nameOf(person.channelId, of)
  const account = of.accounts.get(person.key)
  const own = { leadExternalId: person.key }
  const first: Contact = { ...own, channel, at: person.cameOn, kind: FIRST_KIND[channel] ?? '接点' }
  if (deal === null) {
    const later = Array.from({ length: Math.floor(random.between(0, 2.5)) }, (): Contact => {
      const at = addDays(person.cameOn, random.between(1, Math.max(2, daysBetween(person.cameOn, today))))
      return { ...own, ...keptWarm(random), at }
    })
    return [first, ...later]
  }
  const wait = Math.max(2, daysBetween(person.cameOn, deal.createdOn))
  const warm = Array.from({ length: Math.floor(random.between(0.6, 3.4)) }, (): Contact => {
    return { ...own, ...keptWarm(random), at: addDays(person.cameOn, random.between(1, wait)) }
  })
  return [...opening(person.cameOn, account, of), first, ...warm, ...closing(deal, { ...own, account }, of)]
}

/** Somebody else at the account had heard of the company before the lead came. */
function opening(before: string, account: Account | undefined, { random }: TouchesOf): Contact[] {
  if (account === undefined || random.between(0, 1) > 0.45) return []
  const at = addDays(before, -random.between(15, 75))
  return [
    random.between(0, 1) < 0.6
      ? { account, channel: 'セミナー', kind: 'ウェビナー視聴', at }
      : { account, channel: '広告', kind: '広告クリック', at },
  ]
}

function keptWarm(random: Random): Pick<Contact, 'channel' | 'kind'> {
  const which = random.between(0, 1)
  if (which < 0.5) return { channel: 'セミナー', kind: '参加' }
  return which < 0.8 ? { channel: 'Web', kind: '事例ページ閲覧' } : { channel: '広告', kind: '広告クリック' }
}

/** Between the proposal and the order people look at prices, and come by themselves. */
function closing({ createdOn, closedOn }: Deal, whose: Pick<Contact, 'account' | 'leadExternalId'>, of: TouchesOf) {
  const { random, today } = of
  const days = Math.max(1, daysBetween(createdOn, closedOn ?? today))
  const within = (from: number, to: number) => addDays(createdOn, days * random.between(from, to))
  const prices = Array.from({ length: Math.floor(random.between(0.4, 2.2)) }, (): Contact => {
    return { ...whose, channel: 'Web', kind: '料金ページ閲覧', at: within(0.2, 0.95) }
  })
  const visit: Contact = { ...whose, channel: '直接', kind: '直接の来訪', at: within(0.7, 0.98) }
  return random.between(0, 1) < 0.35 ? [...prices, visit] : prices
}

/** Deals whose lead the CRM does not know: most accounts were met all the same, sales' own never. */
function contactsOfDeal(deal: Deal, of: TouchesOf): Contact[] {
  const { random } = of
  const account = of.accounts.get(deal.key)
  if (account === undefined || (deal.channelId === null && !deal.isExisting)) return []
  if (deal.isExisting) {
    if (random.between(0, 1) < 0.5) return []
    const at = addDays(deal.createdOn, -random.between(5, 90))
    return [{ account, ...keptWarm(random), at }]
  }
  if (random.between(0, 1) < 0.2) return []
  const channel = nameOf(deal.channelId ?? '', of)
  const met = addDays(deal.createdOn, -random.between(10, 60))
  const first: Contact = { account, channel, kind: FIRST_KIND[channel] ?? '接点', at: met }
  return [...opening(met, account, of), first, ...closing(deal, { account }, of)]
}

function nameOf(channelId: string, { ids }: TouchesOf): string {
  return [...ids].find(([, id]) => id === channelId)?.[0] ?? ''
}

/** The run that a touch belongs to: the one that was on, else the last one before it. */
export function runAt(channelId: string, at: string, runs: readonly SampleRun[]): string | null {
  const own = runs.filter(
    (run) => run.channelId === channelId && run.startsOn <= at && addDays(run.endsOn, REMEMBERED) >= at,
  )
  return own.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0]?.id ?? null
}
