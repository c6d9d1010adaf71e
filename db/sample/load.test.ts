import { verify } from '@node-rs/argon2'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import { ledgerOf } from '#lib/plan-vs-actual/ledger-of'
import { readOrg } from '../client'
import { startSession } from '../commands/start-session'
import { closedMonths, monthlyActuals } from '../queries/actuals'
import { restatementsOf } from '../queries/closing'
import { credentialsOf } from '../queries/credentials'
import { planAndActuals } from '../queries/plan-and-actuals'
import { planVersions } from '../queries/plans'
import { type Session, sessionOf } from '../queries/session'
import { loadSample } from './load'

const TODAY = '2026-10-05'

async function loggedIn(email: string): Promise<Session> {
  const person = await credentialsOf(email)
  const started = person && (await startSession(person.userId))
  const session = started && (await sessionOf({ userId: person.userId, ...started }))
  if (!session) throw new Error(`${email} cannot log in`)
  return session
}

const teamOf = (session: Session, name: string) => session.teams.find((team) => team.name === name)?.id ?? ''
const all = { teamIds: null, from: '2020-04', to: '2030-03' } as const

describe('the sample company', () => {
  let executive: Session

  beforeAll(async () => {
    expect(await loadSample(TODAY)).toBe(true)
    executive = await loggedIn('exec@example.com')
  })

  it('is loaded once: a second start writes nothing', async () => {
    expect(await loadSample(TODAY)).toBe(false)
    expect((await loggedIn('exec@example.com')).dataVersion).toBe(executive.dataVersion)
  })

  const TEAMS = ['産業機器事業部', '環境計測事業部']

  it.each([
    ['marketer@example.com', '佐藤 健', 'marketer', TEAMS],
    ['sales@example.com', '鈴木 美咲', 'sales_manager', ['全社', ...TEAMS]],
    ['exec@example.com', '高橋 直子', 'executive', ['全社', ...TEAMS]],
    ['admin@example.com', '山本 大輔', 'admin', ['全社', ...TEAMS]],
  ])('lets %s in', async (email, name, role, teams) => {
    const person = await credentialsOf(email)
    expect(await verify(person?.passwordHash ?? '', 'gyakusan-demo')).toBe(true)
    const session = await loggedIn(email)
    expect(session).toMatchObject({ name, role, org: { name: 'みなと計測株式会社', fiscalStart: 4 } })
    expect(session.teams.map((team) => team.name)).toEqual(teams)
  })

  it('has 24 months, ending with the one in progress', async () => {
    const months = [...new Set((await monthlyActuals(executive, all)).map((cell) => cell.month))]
    expect(months).toHaveLength(24)
    expect([months[0], months.at(-1)]).toEqual(['2024-11', '2026-10'])
  })

  it('leaves two costs of the last finished month blank', async () => {
    const cells = await monthlyActuals(executive, { ...all, from: '2026-09', to: '2026-09' })
    const channelsWith = (metric: string) =>
      new Set(cells.filter((cell) => cell.metric === metric).map((cell) => `${cell.teamId} ${cell.channelId}`)).size
    // Two teams of five channels.
    expect([channelsWith('cost'), channelsWith('won')]).toEqual([8, 10])
  })

  it('plans nothing in August, misses a quarter and recovers in the next', async () => {
    const source = await planAndActuals(executive, teamOf(executive, '全社'), fiscalYear(2026, 4), TODAY)
    const ledger = ledgerOf(source, { today: TODAY, thresholds: { goodFrom: 1, watchFrom: 0.8 } })
    const revenue = ledger.rows.filter((row) => row.metric === 'revenue')
    const sum = (figures: 'plan' | 'actual', months: number[]) =>
      revenue.flatMap((row) => months.map((month) => row[figures][month] ?? 0)).reduce((a, b) => a + b, 0)
    expect(sum('plan', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toBe(540_000_000)
    expect(sum('plan', [4])).toBe(0)
    expect(sum('actual', [4])).toBeGreaterThan(0)
    expect(sum('actual', [0, 1, 2]) / sum('plan', [0, 1, 2])).toBeLessThan(0.8)
    expect(sum('actual', [3, 4, 5]) / sum('plan', [3, 4, 5])).toBeGreaterThan(1)
    expect([ledger.actualsThrough, ledger.running]).toEqual([5, 6])
  })

  it('plans its exhibitions by their calendar: less than the goal asks for, and spends what it budgeted for them', async () => {
    const industrial = teamOf(executive, '産業機器事業部')
    const source = await planAndActuals(executive, industrial, fiscalYear(2026, 4), TODAY)
    const ledger = ledgerOf(source, { today: TODAY, thresholds: { goodFrom: 1, watchFrom: 0.8 } })
    const exhibitions = ledger.channels.find((channel) => channel.name === '展示会')?.id
    const row = (metric: string) =>
      ledger.rows.find((each) => each.channelId === exhibitions && each.metric === metric)?.plan
    expect(row('lead')).toEqual([0, 180, 0, 0, 0, 130, 0, 160, 0, 0, 90, 0])
    const budgets = { may: 1_500_000, september: 1_100_000, november: 1_300_000, february: 800_000 }
    const { may, september, november, february } = budgets
    expect(row('cost')).toEqual([0, may, 0, 0, 0, september, 0, november, 0, 0, february, 0])
  })

  it('enters a channel’s month one way, and this year’s exhibitions by campaign in every month', async () => {
    const cells = (await monthlyActuals(executive, all)).filter((cell) => cell.line === 'channel')
    const ways = new Map<string, Set<boolean>>()
    for (const { teamId, month, channelId, campaignId } of cells) {
      const key = [teamId, month, channelId].join()
      ways.set(key, (ways.get(key) ?? new Set()).add(campaignId === null))
    }
    expect([...ways.values()].filter((way) => way.size > 1)).toEqual([])
    const ofYear = cells.filter((cell) => cell.campaignId !== null)
    expect(new Set(ofYear.map((cell) => cell.month))).toEqual(new Set(fiscalYear(2026, 4).months.slice(0, 7)))
  })

  it('has closed all but the last finished month, and corrected one figure since', async () => {
    for (const name of TEAMS) {
      const months = await closedMonths(executive, teamOf(executive, name))
      expect([months[0], months.at(-1)]).toEqual(['2024-11', '2026-08'])
    }
    const [corrected, ...others] = await restatementsOf(
      executive,
      teamOf(executive, '産業機器事業部'),
      fiscalYear(2026, 4),
    )
    expect(corrected).toMatchObject({ month: '2026-07', metric: 'lead', by: '佐藤 健' })
    expect((corrected?.before ?? 0) - (corrected?.after ?? 0)).toBe(6)
    expect(others).toEqual([])
  })

  it('shows versions of a plan: superseded, active, draft', async () => {
    const versions = await planVersions(executive, teamOf(executive, '産業機器事業部'), 2026)
    expect(
      versions.map(({ version, state, createdBy, activatedBy }) => [version, state, createdBy, activatedBy]),
    ).toEqual([
      [3, 'draft', '佐藤 健', null],
      [2, 'active', '佐藤 健', '佐藤 健'],
      [1, 'superseded', '佐藤 健', '高橋 直子'],
    ])
  })

  it('holds inputs only, each written by an ordinary command', async () => {
    const actions = await readOrg(executive, (tx) =>
      tx.execute<{ action: string; count: number }>(
        sql`select action, count(*)::int as count from audit_log where org_id = ${executive.orgId}
          and action not like 'session.%' group by action order by action`,
      ),
    )
    expect(actions.rows).toEqual([
      { action: 'actuals.save', count: 3 },
      { action: 'attribution.rules', count: 1 },
      // Four exhibitions and four seminars, three and two, in each of three years.
      { action: 'campaign.add', count: 39 },
      // 直接, which no organisation has from the start.
      { action: 'channel.add', count: 1 },
      { action: 'channel.credit', count: 1 },
      { action: 'leads.upsert', count: 2 },
      { action: 'member.add', count: 3 },
      { action: 'month.close', count: 2 },
      { action: 'opportunities.upsert', count: 2 },
      { action: 'organisation.create', count: 1 },
      { action: 'plan.activate', count: 10 },
      { action: 'plan.save', count: 11 },
      { action: 'team.add', count: 2 },
      // One was found after its month had been closed.
      { action: 'touches.upsert', count: 3 },
    ])
    const metrics = new Set((await monthlyActuals(executive, all)).map((cell) => cell.metric))
    expect([...metrics].sort()).toEqual(['cost', 'lead', 'mql', 'opportunity', 'revenue', 'visit', 'won'])
  })

  it('has no won deal without revenue, and no revenue without one', async () => {
    const cells = await monthlyActuals(executive, all)
    const place = (cell: (typeof cells)[number]) => [cell.teamId, cell.month, cell.channelId, cell.campaignId].join()
    const won = new Map(cells.filter((cell) => cell.metric === 'won').map((cell) => [place(cell), cell.value]))
    const ofChannels = cells.filter((cell) => cell.line === 'channel' && cell.metric === 'revenue')
    expect(ofChannels.filter((cell) => cell.value > 0 !== (won.get(place(cell)) ?? 0) > 0)).toEqual([])
  })

  it('has records for the last seven months, as many by stage and worth as much as its actuals say', async () => {
    const found = await readOrg(executive, (tx) =>
      tx.execute<{ compared: number; differing: number }>(
        sql`with entered as (
            select team_id, month, line, channel_id, metric, sum(value) as value from monthly_actuals
            where org_id = ${executive.orgId} and month >= '2026-04' and metric not in ('visit', 'cost')
            group by team_id, month, line, channel_id, metric
          ), counted as (
            select team_id, month, line, channel_id, metric, sum(value) as value from monthly_rollup
            where org_id = ${executive.orgId} group by team_id, month, line, channel_id, metric
          )
          select count(*)::int as compared, (count(*) filter (where e.value <> coalesce(c.value, 0)))::int as differing
          from entered e left join counted c on c.team_id = e.team_id and c.month = e.month and c.line = e.line
            and c.channel_id is not distinct from e.channel_id and c.metric = e.metric`,
      ),
    )
    // 2 teams × 7 months × (4 channels × 5 metrics and 紹介 with 3) and × 6 months × 2 lines of revenue.
    // One figure entered by hand was corrected afterwards.
    expect(found.rows).toEqual([{ compared: 2 * 7 * 23 + 2 * 6 * 2, differing: 1 }])
  })
})
