'use server'

import { redirect } from 'next/navigation'
import { endSession } from '#db/commands/end-session'
import { startSession } from '#db/commands/start-session'
import { OneId } from '#lib/input/settings'
import { openAction } from '#server/action'
import { keepSession } from '#server/auth'
import { currentSession } from '#server/session'

/** Goes to another of the person's organisations: a session of its own there, checked by the command; this one ends. */
export const switchOrganisation = openAction(OneId, async ({ id }) => {
  const session = await currentSession()
  if (!session) redirect('/login')
  const started = await startSession(session.userId, id)
  if (started) {
    await endSession(session)
    await keepSession({ uid: session.userId, org: started.orgId, sid: started.sessionId })
  }
  redirect('/')
})
