import 'server-only'
import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Session, sessionOf } from '#db/queries/session'
import { type FiscalYear, fiscalYear } from '#lib/month'
import { type Capability, can } from '#lib/permissions'
import { claims } from './auth'

/** The request's person, organisation, membership and teams, read from the database once per request; null when logged out. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const found = await claims()
  return found && sessionOf({ userId: found.uid, orgId: found.org, sessionId: found.sid })
})

/** The person of a page; somebody who is not logged in goes to the log-in page and comes back afterwards. */
export async function requireSession(capability?: Capability): Promise<Session> {
  const session = await currentSession()
  if (!session) redirect(`/login?next=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`)
  if (capability && !can(session, capability)) forbidden()
  return session
}

export type TeamPage = { readonly session: Session; readonly team: Session['teams'][number]; readonly year: FiscalYear }

/** The guard of every page below /[team]/[year]: a team that the person cannot reach is as if it did not exist. */
export async function requireTeam(teamId: string, yearText: string, capability?: Capability): Promise<TeamPage> {
  const session = await requireSession()
  const team = session.teams.find((each) => each.id === teamId)
  if (!team || !/^(19|20|21)\d\d$/.test(yearText)) notFound()
  if (capability && !can(session, capability)) forbidden()
  return { session, team, year: fiscalYear(Number(yearText), session.org.fiscalStart) }
}
