import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import { createElement, type ReactNode } from 'react'
import { type Locale, messagesOf, type Namespace } from '#lib/i18n/messages'

/** Gives client components below the words of some namespaces, besides `common` and `errors`, and no others. */
export async function ClientMessages({
  of,
  children,
}: {
  readonly of: readonly Namespace[]
  readonly children: ReactNode
}) {
  const locale = (await getLocale()) as Locale
  const all = await messagesOf(locale)
  const names: readonly Namespace[] = ['common', 'errors', ...of]
  const messages = Object.fromEntries(names.map((name) => [name, all[name] ?? {}]))
  return createElement(NextIntlClientProvider, { locale, messages, timeZone: 'UTC', children })
}
