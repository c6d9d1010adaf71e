import { eq } from 'drizzle-orm'
import { invalid, notFound } from '#lib/errors'
import { SaveOrganisationInput } from '#lib/input/organisation'
import { organisations } from '../schema/organisation'
import { command } from './command'

/**
 * Changes what an organisation chooses for all its figures; what is left out keeps its value.
 * @throws AppError 'invalid' (thresholdOrder: △ above ○)
 */
export const saveOrganisation = command(
  { action: 'organisation.save', capability: 'organisation.edit', input: SaveOrganisationInput },
  async ({ tx, actor }, changes) => {
    const { name, unit, negativeStyle, goodFrom, watchFrom, agreedDays, influenceDays } = organisations
    const own = eq(organisations.orgId, actor.orgId)
    const [standing] = await tx
      .select({ name, unit, negativeStyle, goodFrom, watchFrom, agreedDays, influenceDays })
      .from(organisations)
      .where(own)
      .for('no key update')
    if (!standing) throw notFound()
    const after = { ...standing, ...changes }
    if (after.watchFrom > after.goodFrom) throw invalid('invalid', { watchFrom: 'thresholdOrder' })
    if (JSON.stringify(after) === JSON.stringify(standing)) return { value: undefined, audit: null }
    await tx.update(organisations).set(after).where(own)
    return { value: undefined, audit: { subjectId: actor.orgId, before: standing, after } }
  },
)
