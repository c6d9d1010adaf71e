import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card'
import { TextLink } from '#components/ui/text-link'
import { ownPath } from '#server/request'
import { currentSession } from '#server/session'
import { LogInForm } from './log-in-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('logInTitle') }
}

export default async function LogInPage({ searchParams }: PageProps<'/login'>) {
  const { next } = await searchParams
  const target = ownPath(typeof next === 'string' ? next : undefined)
  if (await currentSession()) redirect(target)
  const t = await getTranslations('auth')
  return (
    <main className="grid gap-4">
      <h1 className="sr-only">{t('logInTitle')}</h1>
      <Card>
        <LogInForm next={target} />
      </Card>
      <TextLink href="/signup">{t('toSignUp')}</TextLink>
    </main>
  )
}
