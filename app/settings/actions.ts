'use server'

import { revalidatePath } from 'next/cache'
import { addChannel } from '#db/commands/add-channel'
import { addTeam } from '#db/commands/add-team'
import { archiveChannel, restoreChannel } from '#db/commands/archive-channel'
import { archiveTeam, restoreTeam } from '#db/commands/archive-team'
import { renameChannel } from '#db/commands/rename-channel'
import { renameTeam } from '#db/commands/rename-team'
import { saveOrganisation } from '#db/commands/save-organisation'
import { NewName, NewNameOf, OneId, OrganisationText } from '#lib/input/settings'
import { action } from '#server/action'

/** Every page shows teams or channels in its frame. */
const shown = () => revalidatePath('/', 'layout')

export const addTeamAction = action(NewName, 'organisation.edit', async ({ name }, session) => {
  await addTeam(session, { name })
  shown()
})

export const renameTeamAction = action(NewNameOf, 'organisation.edit', async ({ id, name }, session) => {
  await renameTeam(session, { teamId: id, name })
  shown()
})

export const archiveTeamAction = action(OneId, 'organisation.edit', async ({ id }, session) => {
  await archiveTeam(session, { teamId: id })
  shown()
})

export const restoreTeamAction = action(OneId, 'organisation.edit', async ({ id }, session) => {
  await restoreTeam(session, { teamId: id })
  shown()
})

export const addChannelAction = action(NewName, 'organisation.edit', async ({ name }, session) => {
  await addChannel(session, { name })
  shown()
})

export const renameChannelAction = action(NewNameOf, 'organisation.edit', async ({ id, name }, session) => {
  await renameChannel(session, { channelId: id, name })
  shown()
})

export const archiveChannelAction = action(OneId, 'organisation.edit', async ({ id }, session) => {
  await archiveChannel(session, { channelId: id })
  shown()
})

export const restoreChannelAction = action(OneId, 'organisation.edit', async ({ id }, session) => {
  await restoreChannel(session, { channelId: id })
  shown()
})

export const saveOrganisationAction = action(OrganisationText, 'organisation.edit', async (changes, session) => {
  await saveOrganisation(session, changes)
  shown()
})
