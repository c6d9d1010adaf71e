'use server'

import { revalidatePath } from 'next/cache'
import { addCampaign } from '#db/commands/add-campaign'
import { archiveCampaign, restoreCampaign } from '#db/commands/archive-campaign'
import { changeCampaign } from '#db/commands/change-campaign'
import { AddCampaignInput, CampaignId, ChangeCampaignInput } from '#lib/input/campaign'
import { action } from '#server/action'

export const addCampaignAction = action(AddCampaignInput, 'campaign.edit', async (input, session) => {
  const added = await addCampaign(session, input)
  revalidatePath('/', 'layout')
  return added
})

export const changeCampaignAction = action(ChangeCampaignInput, 'campaign.edit', async (input, session) => {
  await changeCampaign(session, input)
  revalidatePath('/', 'layout')
})

export const archiveCampaignAction = action(CampaignId, 'campaign.edit', async (input, session) => {
  await archiveCampaign(session, input)
  revalidatePath('/', 'layout')
})

export const restoreCampaignAction = action(CampaignId, 'campaign.edit', async (input, session) => {
  await restoreCampaign(session, input)
  revalidatePath('/', 'layout')
})
