import { getLocale } from 'next-intl/server'
import { createElement, type ReactNode } from 'react'
import { type Locale, messagesOf, type Namespace } from '#lib/i18n/messages'
import { MoreWords, Words } from '../words'

type Props = { readonly children: ReactNode }

/** The words that every page shows, for the client components of all of them. */
export async function CommonMessages({ children }: Props) {
  return createElement(Words, { ...(await wordsOf(['common'])), children })
}

/** Gives client components below the words of some namespaces too, and no others. */
export async function ClientMessages({ of, children }: Props & { readonly of: readonly Namespace[] }) {
  return createElement(MoreWords, { ...(await wordsOf(of)), children })
}

const texts = new Map<string, string>()

/** The namespaces as JSON, written once per process. */
async function wordsOf(names: readonly Namespace[]): Promise<{ locale: Locale; text: string }> {
  const locale = (await getLocale()) as Locale
  const key = [locale, ...names].join(' ')
  const kept = texts.get(key)
  if (kept !== undefined) return { locale, text: kept }
  const all = await messagesOf(locale)
  const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, all[name] ?? {}])))
  texts.set(key, text)
  return { locale, text }
}
