import { getLocale } from 'next-intl/server'
import { createElement, type ReactNode } from 'react'
import { type Locale, messagesOf, type Namespace } from '#lib/i18n/messages'
import { MoreWords, Words } from '../words'

type Props = { readonly children: ReactNode }

/** A namespace, or a large one with those of its words and groups that the page shows. */
export type Shown = Namespace | readonly [Namespace, ...string[]]

/** The words that every page shows, for the client components of all of them. */
export async function CommonMessages({ children }: Props) {
  return createElement(Words, { ...(await wordsOf(['common'])), children })
}

/** Gives client components below the words of some namespaces too, and no others. */
export async function ClientMessages({ of, children }: Props & { readonly of: readonly Shown[] }) {
  return createElement(MoreWords, { ...(await wordsOf(of)), children })
}

const texts = new Map<string, string>()

/** The namespaces as JSON, written once per process. */
async function wordsOf(shown: readonly Shown[]): Promise<{ locale: Locale; text: string }> {
  const locale = (await getLocale()) as Locale
  const key = [locale, ...shown].join(' ')
  const kept = texts.get(key)
  if (kept !== undefined) return { locale, text: kept }
  const all = await messagesOf(locale)
  const text = JSON.stringify(Object.fromEntries(shown.map((each) => partOf(all, each))))
  texts.set(key, text)
  return { locale, text }
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
