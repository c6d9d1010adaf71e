import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LOCALES, type Locale, messagesOf } from '#lib/i18n/messages'

export const LOCALE_COOKIE = 'locale'

/** The language that the person chose, else the first of theirs that we speak, else Japanese. */
export async function locale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  const accepted = ((await headers()).get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2))
  return [chosen, ...accepted].map((tag) => LOCALES.find((known) => known === tag)).find((known) => known) ?? 'ja'
}

export default getRequestConfig(async () => {
  const chosen = await locale()
  return { locale: chosen, messages: await messagesOf(chosen), timeZone: 'UTC' }
})
