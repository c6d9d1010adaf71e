'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { LOCALES } from '#lib/i18n/messages'
import { openAction } from '#server/action'
import { LOCALE_COOKIE } from '#server/i18n'

const YEAR = 365 * 24 * 60 * 60
const KEPT = { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true } as const

export const chooseLanguage = openAction(z.strictObject({ locale: z.enum(LOCALES) }), async ({ locale }) => {
  ;(await cookies()).set(LOCALE_COOKIE, locale, KEPT)
})

/** 'system' follows the device. */
export const chooseTheme = openAction(
  z.strictObject({ theme: z.enum(['light', 'dark', 'system']) }),
  async ({ theme }) => {
    const store = await cookies()
    if (theme === 'system') store.delete('theme')
    else store.set('theme', theme, KEPT)
  },
)
