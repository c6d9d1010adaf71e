import { and, asc, between, eq } from 'drizzle-orm'
import { type FiscalYear, isMonth } from '#lib/month'
import type { LandingOverride } from '#lib/monthly-actual'
import type { Tx } from '../client'
import { landingOverrides } from '../schema/landing'
import { memberships } from '../schema/people'

/** Landings set by hand for months of a year; of all teams when none is named. */
export async function landingOverridesIn(
  tx: Tx,
  orgId: string,
  teamId: string | undefined,
  year: FiscalYear,
): Promise<LandingOverride[]> {
  const rows = await tx
    .select({
      teamId: landingOverrides.teamId,
      month: landingOverrides.month,
      line: landingOverrides.line,
      amount: landingOverrides.amount,
      reason: landingOverrides.reason,
      by: memberships.name,
      at: landingOverrides.setAt,
    })
    .from(landingOverrides)
    .innerJoin(
      memberships,
      and(eq(memberships.orgId, landingOverrides.orgId), eq(memberships.userId, landingOverrides.setBy)),
    )
    .where(
      and(
        eq(landingOverrides.orgId, orgId),
        teamId ? eq(landingOverrides.teamId, teamId) : undefined,
        between(landingOverrides.month, year.first, year.last),
      ),
    )
    .orderBy(asc(landingOverrides.month), asc(landingOverrides.teamId), asc(landingOverrides.line))
  return rows.flatMap(({ month, at, ...row }) => (isMonth(month) ? [{ ...row, month, at: at.toISOString() }] : []))
}
