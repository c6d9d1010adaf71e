import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card'
import { TextLink } from '#components/ui/text-link'
import { currentSession } from '#server/session'
import { SignUpForm } from './sign-up-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signUpTitle') }
}

export default async function SignUpPage() {
  if (await currentSession()) redirect('/')
  const t = await getTranslations('auth')
  return (
    <main className="grid gap-4">
      <h1 className="text-title font-strong">{t('signUpTitle')}</h1>
      <p className="text-read text-text-2">{t('signUpLead')}</p>
      <Card>
        <SignUpForm />
      </Card>
      <TextLink href="/login">{t('toLogIn')}</TextLink>
    </main>
  )
}
