import { getLocale } from 'next-intl/server'
import { createElement, type ReactNode } from 'react'
import { type Locale, messagesOf, type Namespace } from '#lib/i18n/messages'
import type { PackedWords } from '../../components/ui/later-words'
import { MoreWords, Words } from '../words'
import { pack } from './pack'

/** A namespace, or a large one with those of its words and groups that the page shows. */
export type Shown = Namespace | readonly [Namespace, ...string[]]

/** The words that every page shows, for the client components of all of them. */
export async function CommonMessages({ children }: { readonly children: ReactNode }) {
  const locale = await chosenLocale()
  return createElement(Words, { locale, text: await textOf(locale, ['common']), children })
}

type ClientMessagesProps = {
  /** What a page's first HTML shows. */
  readonly of?: readonly Shown[]
  /** What the parts show that the browser draws (withLaterWords), with all that these share with the first HTML. */
  readonly later?: readonly Shown[]
  readonly children: ReactNode
}

/** Gives client components below the words of some namespaces too, and no others. */
export async function ClientMessages({ of = [], later = [], children }: ClientMessagesProps) {
  const locale = await chosenLocale()
  const [text, packed] = await Promise.all([textOf(locale, of), packedOf(locale, later)])
  return createElement(MoreWords, { locale, text, later: packed, children })
}

const chosenLocale = async () => (await getLocale()) as Locale

const texts = new Map<string, string>()
const packs = new Map<string, PackedWords>()

/** The namespaces as JSON, written once per process. */
async function textOf(locale: Locale, shown: readonly Shown[]): Promise<string> {
  const key = [locale, ...shown].join(' ')
  const text = texts.get(key) ?? JSON.stringify(await wordsOf(locale, shown))
  texts.set(key, text)
  return text
}

/** The same for parts that come later: a third as long. */
async function packedOf(locale: Locale, shown: readonly Shown[]): Promise<PackedWords | null> {
  if (shown.length === 0) return null
  const key = [locale, ...shown].join(' ')
  const packed = packs.get(key) ?? pack(await wordsOf(locale, shown))
  packs.set(key, packed)
  return packed
}

async function wordsOf(locale: Locale, shown: readonly Shown[]) {
  const all = await messagesOf(locale)
  return Object.fromEntries(shown.map((each) => partOf(all, each)))
}

/** @throws when a page names a word that the namespace does not have: its browser would show the key */
function partOf(all: Awaited<ReturnType<typeof messagesOf>>, shown: Shown) {
  const [name, ...groups] = typeof shown === 'string' ? [shown] : shown
  const words = all[name] ?? {}
  if (groups.length === 0) return [name, words]
  const lacking = groups.find((group) => words[group] === undefined)
  if (lacking !== undefined) throw new Error(`There are no words ${name}.${lacking}`)
  return [name, Object.fromEntries(groups.map((group) => [group, words[group]]))]
}
