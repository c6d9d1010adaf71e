import { isDeepStrictEqual } from 'node:util'
import type { KeptRules } from '#lib/attribution/kept-rules'
import { SaveAttributionRulesInput } from '#lib/input/attribution-rules'
import { directChannels, lockedSettings, measuredHalfLife, writeSettings } from '../attribution/settings'
import { command, type Work } from './command'

/**
 * Chooses by which rules deals are credited. Other rules wait until everything is credited by them: whoever reads next
 * starts that. The default model and the margin count at once.
 * @throws AppError 'invalid', 'forbidden'
 */
export const saveAttributionRules = command(
  { action: 'attribution.rules', capability: 'attribution.edit', input: SaveAttributionRulesInput },
  async (work, { defaultModel, grossMargin, ...chosen }) => {
    const { orgId } = work.actor
    const before = await lockedSettings(work.tx, orgId)
    const rules = await keptRules(work, chosen)
    const pending = isDeepStrictEqual(rules, before.rules) ? null : rules
    const after = { ...before, pending, defaultModel, grossMargin }
    if (isDeepStrictEqual(before, after)) return { value: undefined, audit: null }
    await writeSettings(work, after)
    return { value: undefined, audit: { subjectId: orgId, before, after } }
  },
)

type Chosen = Pick<KeptRules, 'lookbackDays' | 'level' | 'custom'> & { readonly halfLifeDays: number | null }

async function keptRules({ tx, actor }: Work, { halfLifeDays, ...chosen }: Chosen): Promise<KeptRules> {
  const halfLife = halfLifeDays === null ? await measuredHalfLife(tx, actor.orgId) : { halfLifeDays, halfLifeOf: null }
  return { ...chosen, ...halfLife, direct: await directChannels(tx, actor.orgId) }
}
