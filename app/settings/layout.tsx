import { notFound } from 'next/navigation'
import { fiscalYearOf, monthOf } from '#lib/month'
import { ClientMessages } from '#server/client-messages'
import { requireSession } from '#server/session'
import { today } from '#server/today'
import { Frame } from '../frame'
import { frameProps } from '../frame-props'

/** Settings belong to no team: the frame leads back to the person's first team in the running year. */
export default async function SettingsLayout({ children }: LayoutProps<'/settings'>) {
  const session = await requireSession()
  const team = session.teams[0]
  if (!team) notFound()
  const year = fiscalYearOf(monthOf(today(session.org.timeZone)), session.org.fiscalStart)
  return (
    <Frame {...(await frameProps(session, team, year))}>
      <ClientMessages of={['settings']}>{children}</ClientMessages>
    </Frame>
  )
}
