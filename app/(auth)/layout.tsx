import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { BrandMark } from '#components/shell/brand'
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
            <p className="flex items-center gap-2 text-figure-s font-strong tracking-[0.06em]">
              <BrandMark className="size-6!" />
              {t('common.product')}
            </p>
            <p className="text-read text-text-2">{t('auth.productLine')}</p>
          </div>
          <LanguageForm locale={await getLocale()} />
        </header>
        {children}
      </div>
    </ClientMessages>
  )
}
