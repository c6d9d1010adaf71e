import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '#server/client-messages'
import { LanguageForm } from './language-form'

/** Pages for people who are not logged in: one column, the product's promise, the language. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations()
  return (
    <ClientMessages of={['auth']}>
      <div className="mx-auto grid min-h-dvh max-w-110 content-center gap-5 px-4 py-10">
        <header className="flex items-end justify-between gap-4">
          <div>
            <p className="text-figure-s font-strong">{t('common.product')}</p>
            <p className="text-read text-text-2">{t('auth.productLine')}</p>
          </div>
          <LanguageForm locale={await getLocale()} />
        </header>
        {children}
      </div>
    </ClientMessages>
  )
}
