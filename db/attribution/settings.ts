import { z } from 'zod'
import { KeptRules, USUAL_RULES } from '#lib/attribution/kept-rules'
import { MODELS } from '#lib/attribution/models'
import { DEFAULT_HALF_LIFE } from '#lib/attribution/rules'
import type { Tx } from '../client'
import type { Work } from '../commands/command'

/** What an organisation keeps of its rules. */
export const AttributionSettings = z.object({
  rules: KeptRules,
  pending: KeptRules.nullable(),
  defaultModel: z.enum(MODELS),
  grossMargin: z.int().nullable(),
})
export type AttributionSettings = z.output<typeof AttributionSettings>

export const USUAL_SETTINGS: AttributionSettings = {
  ...{ rules: USUAL_RULES, pending: null, defaultModel: 'w', grossMargin: null },
}

const SETTINGS = `select rules, pending, default_model as "defaultModel", gross_margin as "grossMargin"
  from attribution_settings where org_id = $1`

/** Null: no credit was ever computed, and nobody chose any rules. */
export async function settingsIn(tx: Tx, orgId: string): Promise<AttributionSettings | null> {
  const { rows } = await tx.$client.query(SETTINGS, [orgId])
  return rows[0] ? AttributionSettings.parse(rows[0]) : null
}

/** The same, locked against other commands; the usual ones where there are none yet. */
export async function lockedSettings(tx: Tx, orgId: string): Promise<AttributionSettings> {
  await tx.$client.query(
    `insert into attribution_settings (org_id, rules, default_model) values ($1, $2, $3) on conflict do nothing`,
    [orgId, USUAL_SETTINGS.rules, USUAL_SETTINGS.defaultModel],
  )
  const { rows } = await tx.$client.query(`${SETTINGS} for no key update`, [orgId])
  return AttributionSettings.parse(rows[0])
}

/** What somebody chose. */
export async function writeSettings(
  { tx, actor }: Work,
  { pending, defaultModel, grossMargin }: AttributionSettings,
): Promise<void> {
  await tx.$client.query(
    `update attribution_settings set pending = $2, default_model = $3, gross_margin = $4, saved_by = $5, saved_at = now()
     where org_id = $1`,
    [actor.orgId, pending, defaultModel, grossMargin, actor.userId],
  )
}

/** Rules that are complete: direct channels as they are marked, and a half-life that nobody chose as it is measured. */
export async function completedRules(tx: Tx, orgId: string, rules: KeptRules): Promise<KeptRules> {
  const direct = await directChannels(tx, orgId)
  if (rules.halfLifeOf === null) return { ...rules, direct }
  return { ...rules, direct, ...(await measuredHalfLife(tx, orgId)) }
}

export async function directChannels(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>(
    'select id from channels where org_id = $1 and is_direct order by id',
    [orgId],
  )
  return rows.map(({ id }) => id)
}

/** The organisation's median days from lead to won, and of how many deals; without any the usual half-life. */
export async function measuredHalfLife(tx: Tx, orgId: string): Promise<Pick<KeptRules, 'halfLifeDays' | 'halfLifeOf'>> {
  const { rows } = await tx.$client.query<{ days: number | null; deals: number }>(
    `select percentile_cont(0.5) within group (order by closed_on - lead_on) as days, count(*)::float8 as deals
     from attribution_journeys where org_id = $1 and state = 'won' and closed_on >= lead_on`,
    [orgId],
  )
  const [found] = rows
  if (!found || found.days === null) return { halfLifeDays: DEFAULT_HALF_LIFE, halfLifeOf: 0 }
  return { halfLifeDays: Math.max(1, Math.round(found.days)), halfLifeOf: found.deals }
}

/** The figures stand by these rules from now on; what was saved in the meantime goes on waiting. */
export async function switchRules(tx: Tx, orgId: string, rules: KeptRules, from: KeptRules | null): Promise<void> {
  await tx.$client.query(
    `insert into attribution_settings (org_id, rules, default_model) values ($1, $2, $4)
     on conflict (org_id) do update set rules = excluded.rules,
       pending = case when attribution_settings.pending = $3::jsonb then null else attribution_settings.pending end`,
    [orgId, rules, from, USUAL_SETTINGS.defaultModel],
  )
}
