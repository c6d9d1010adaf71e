'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { saveHandover } from '#db/commands/save-handover'
import { saveOpportunity } from '#db/commands/save-opportunity'
import { savePlanDraft } from '#db/commands/save-plan-draft'
import { planVersions } from '#db/queries/plans'
import { notFound } from '#lib/errors'
import { UseLagInput } from '#lib/input/pipeline'
import { withMeasuredLag } from '#lib/pipeline/use-lag'
import { EditHandoverInput, EditOpportunityInput } from '#lib/records/edit'
import { action } from '#server/action'

export const saveDealAction = action(EditOpportunityInput, 'pipeline.edit', async (input, session) => {
  const saved = await saveOpportunity(session, input)
  revalidatePath('/', 'layout')
  return saved
})

export const saveHandoverAction = action(EditHandoverInput, 'pipeline.edit', async (input, session) => {
  const saved = await saveHandover(session, input)
  revalidatePath('/', 'layout')
  return saved
})

/** A measured lag goes into the newest draft of the plan, or into a new one made of the active version. */
export const useLagAction = action(UseLagInput, 'plan.edit', async ({ teamId, year, ...lag }, session) => {
  const [newest] = await planVersions(session, teamId, year)
  const draft = newest && withMeasuredLag(newest.draft, lag)
  if (!newest || !draft) throw notFound()
  const isDraft = newest.state === 'draft'
  const base = isDraft ? { planId: newest.id, revision: newest.revision } : { planId: null, revision: null }
  const reason = isDraft ? newest.reason : (await getTranslations('pipeline'))('lag.reason')
  const { version } = await savePlanDraft(session, { teamId, year, ...base, draft, reason })
  revalidatePath('/', 'layout')
  return { version }
})
