import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { addTeam } from '#db/commands/add-team'
import { makeToken } from '#db/commands/make-token'
import { revokeToken } from '#db/commands/revoke-token'
import { upsertOpportunities } from '#db/commands/upsert-opportunities'
import { upsertTouches } from '#db/commands/upsert-touches'
import { type GivenOrganisation, givenActivePlan, givenDraft, givenOrganisation } from '#db/fixtures'
import { planAndActuals } from '#db/queries/plan-and-actuals'
import { tokensOf } from '#db/queries/tokens'
import { givenOpportunity, givenTouch, rollupOf } from '#db/record-fixtures'
import * as endpoints from '#lib/api/endpoints'
import { ApiErrorAnswer } from '#lib/api/errors'
import type { TokenScope } from '#lib/api/token'
import { headlineOf } from '#lib/forecast/headline'
import { fiscalYear } from '#lib/month'
import { ledgerOf } from '#lib/plan-vs-actual/ledger-of'
import * as actuals from './actuals/route'
import * as attribution from './attribution/route'
import * as bridge from './bridge/route'
import * as costs from './costs/route'
import * as kpis from './kpis/route'
import * as landing from './landing/route'
import * as leads from './leads/route'
import * as opportunities from './opportunities/route'
import * as organisation from './organisation/route'
import * as pipeline from './pipeline/route'
import * as preview from './plan/preview/route'
import * as planVsActual from './plan-vs-actual/route'
import * as plans from './plans/route'
import * as touches from './touches/route'

type Route = (request: Request) => Promise<Response>
type Answered = { readonly status: number; readonly body: unknown; readonly headers: Headers }

let org: GivenOrganisation
let token: string

const tokenOf = async (of: GivenOrganisation, scopes: TokenScope[] = ['read', 'write']) =>
  (await makeToken(of.admin, { name: 'CRM', scopes })).token

beforeAll(async () => {
  Object.assign(process.env, {
    NEXTAUTH_SECRET: 'zW7pq0vKc3Rr9tYb5mXh2nJd8sGf4aLe',
    ...{ NEXTAUTH_URL: 'http://localhost:3000', GYAKUSAN_TODAY: '2026-10-05' },
  })
  org = await givenOrganisation()
  token = await tokenOf(org)
})

async function called(route: Route, path: string, init: RequestInit = {}, bearer: string | null = token) {
  const headers = new Headers(init.headers)
  if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`)
  const response = await route(new Request(`http://localhost:3000/api/v1/${path}`, { ...init, headers }))
  const answered: Answered = { status: response.status, body: await response.json(), headers: response.headers }
  if (response.status !== 200) ApiErrorAnswer.parse(answered.body)
  return answered
}

const post = (route: Route, body: unknown, headers: Record<string, string> = {}, bearer: string | null = token) =>
  called(
    route,
    '',
    { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } },
    bearer,
  )
const get = (route: Route, query: Record<string, string> = {}, bearer = token) =>
  called(route, `?${new URLSearchParams(query)}`, {}, bearer)
const teamYear = (of = org) => ({ team: of.rootId, year: '2026' })
const lead = (of: GivenOrganisation, changes: object = {}) => ({
  ...{ externalId: 'L1', teamId: of.rootId, channelId: of.channelIds.Web, stages: { lead: '2026-04-10' } },
  ...changes,
})

describe('a token', () => {
  it('is needed, and its scope and the person behind it decide', async () => {
    const reads = await tokenOf(org, ['read'])
    const writes = await tokenOf(org, ['write'])
    const statuses = [
      await called(organisation.GET, '', {}, null),
      await get(organisation.GET, {}, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
      await get(organisation.GET, {}, 'gya_nonsense'),
      await get(organisation.GET, {}, writes),
      await post(leads.POST, { items: [lead(org)] }, {}, reads),
      await get(organisation.GET, {}, reads),
      await post(costs.POST, { items: [{}] }, {}, writes),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 403, 403, 200, 200])
    expect(statuses[0]?.headers.get('www-authenticate')).toBe('Bearer')
    expect(statuses[0]?.body).toMatchObject({
      error: { code: 'unauthorised', message: 'The token is missing or not valid.' },
    })
  })

  it('works no more once it is revoked, and says when it was used', async () => {
    const own = await givenOrganisation()
    const made = await makeToken(own.admin, { name: 'CRM', scopes: ['read'] })
    expect((await get(organisation.GET, {}, made.token)).status).toBe(200)
    expect(await tokensOf(own.admin)).toMatchObject([{ name: 'CRM', lastUsedAt: expect.any(String) }])
    await revokeToken(own.admin, { tokenId: made.tokenId })
    expect((await get(organisation.GET, {}, made.token)).status).toBe(401)
  })

  it('that expired yesterday is none', async () => {
    const until = async (expiresOn: string) =>
      (await get(organisation.GET, {}, (await makeToken(org.admin, { name: 'x', scopes: ['read'], expiresOn })).token))
        .status
    expect([await until('2020-01-01'), await until('2199-01-01')]).toEqual([401, 200])
  })

  it('sees its own organisation only: another’s team is not found', async () => {
    const other = await givenOrganisation()
    for (const { GET } of [plans, kpis, planVsActual, landing, bridge, pipeline]) {
      expect((await get(GET, teamYear(other))).status).toBe(404)
      expect((await get(GET, teamYear())).status).toBe(200)
    }
    expect((await get(bridge.GET, { ...teamYear(), channel: other.channelIds.Web ?? '' })).status).toBe(404)
    const wrong = await post(leads.POST, { items: [lead(other), lead(org)] })
    expect(wrong.body).toMatchObject({ results: [{ status: 'refused' }, { index: 1, status: 'created' }] })
  })
})

describe('a call that cannot be read', () => {
  it.each([
    ['text', 415, { headers: { 'content-type': 'text/plain' }, body: '{}' }],
    ['broken JSON', 422, { headers: { 'content-type': 'application/json' }, body: '{' }],
    ['no items', 422, { headers: { 'content-type': 'application/json' }, body: '{"items":[]}' }],
    ['a field too many', 422, { headers: { 'content-type': 'application/json' }, body: '{"items":[1],"x":1}' }],
    ['__proto__', 422, { headers: { 'content-type': 'application/json' }, body: '{"items":[1],"__proto__":{"x":1}}' }],
    ['more than 1 MB', 413, { headers: { 'content-type': 'application/json' }, body: `"${'x'.repeat(1_000_001)}"` }],
    [
      '501 items',
      422,
      { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items: Array(501).fill(1) }) },
    ],
  ])('%s → %i', async (_, status, init) => {
    expect((await called(leads.POST, '', { method: 'POST', ...init })).status).toBe(status)
  })

  it('names the parameter in the language that is asked for', async () => {
    const request = { headers: { 'accept-language': 'ja' } }
    const { status, body } = await called(plans.GET, `?team=x&year=2026`, request)
    expect([status, body]).toMatchObject([422, { error: { code: 'invalid', fields: { team: expect.any(String) } } }])
  })
})

describe('pushed items', () => {
  it('are answered one by one, a wrong one with its fields', async () => {
    const items = [
      lead(org, { externalId: 'P1' }),
      lead(org, { stages: { lead: '2026-02-30' } }),
      'x',
      lead(org, { channelId: org.rootId }),
    ]
    const { status, body } = await post(leads.POST, { items })
    expect(status).toBe(200)
    expect(body).toEqual({
      results: [
        { index: 0, status: 'created' },
        { index: 1, status: 'refused', fault: expect.any(String), fields: { 'stages.lead': expect.any(String) } },
        { index: 2, status: 'refused', fault: expect.any(String), fields: { '': expect.any(String) } },
        { index: 3, status: 'refused', fault: 'This channel was not found.' },
      ],
    })
  })

  it('without an id are known by content and count: equal ones are all kept, the same call again changes nothing', async () => {
    const own = await givenOrganisation()
    const bearer = await tokenOf(own)
    const equal = lead(own, { externalId: null })
    const push = async () => {
      const { body } = await post(leads.POST, { items: [equal, equal] }, {}, bearer)
      return body
    }
    const result = (status: string) => ({
      results: [
        { index: 0, status },
        { index: 1, status },
      ],
    })
    expect(await push()).toEqual(result('created'))
    expect(await push()).toEqual(result('unchanged'))
    expect(await rollupOf(own)).toEqual(['2026-04 Web lead 2'])
  })

  it('of every kind arrive', async () => {
    const own = await givenOrganisation()
    const bearer = await tokenOf(own)
    const [teamId, channelId] = [own.rootId, own.channelIds.Web]
    const deal = {
      teamId,
      name: '計測',
      state: 'won',
      createdOn: '2026-04-20',
      closedOn: '2026-05-01',
      amount: 5,
      channelId,
    }
    await post(leads.POST, { items: [lead(own)] }, {}, bearer)
    await post(opportunities.POST, { items: [{ externalId: 'O1', leadExternalId: 'L1', ...deal }] }, {}, bearer)
    await post(
      touches.POST,
      { items: [{ channelId, at: '2026-04-01T10:00:00+09:00', leadExternalId: 'L1' }] },
      {},
      bearer,
    )
    await post(costs.POST, { items: [{ teamId, channelId, month: '2026-04', amount: 7 }] }, {}, bearer)
    const cell = { teamId, month: '2026-04', line: 'channel', channelId, metric: 'visit', value: 100 }
    const entered = await post(
      actuals.POST,
      { items: [cell, { ...cell, metric: 'nothing' }, { ...cell, value: -1 }] },
      {},
      bearer,
    )
    expect(entered.body).toMatchObject({
      results: [{ status: 'refused' }, { status: 'refused' }, { status: 'refused' }],
    })
    expect((await post(actuals.POST, { items: [cell] }, {}, bearer)).body).toEqual({
      results: [{ index: 0, status: 'updated' }],
    })
    expect(await rollupOf(own)).toEqual([
      '2026-04 Web cost 7',
      '2026-04 Web lead 1',
      '2026-04 Web opportunity 1',
      '2026-05 Web revenue 5',
      '2026-05 Web won 1',
    ])
    const read = endpoints.GET_PLAN_VS_ACTUAL.answer.parse((await get(planVsActual.GET, teamYear(own), bearer)).body)
    expect(read.rows.find(({ metric }) => metric === 'visit')?.actual[0]).toBe(100)
  })
})

describe('an Idempotency-Key', () => {
  const items = () => [lead(org, { externalId: `I${crypto.randomUUID()}` })]

  it('makes a call once: the same again answers the same, another body is refused', async () => {
    const [key, body] = [crypto.randomUUID(), { items: items() }]
    const answers = [await post(leads.POST, body, { 'idempotency-key': key })]
    answers.push(await post(leads.POST, body, { 'idempotency-key': key }))
    expect(answers.map((each) => each.body)).toEqual(Array(2).fill({ results: [{ index: 0, status: 'created' }] }))
    const other = await post(leads.POST, { items: items() }, { 'idempotency-key': key })
    expect([other.status, other.body]).toMatchObject([
      422,
      { error: { message: 'This Idempotency-Key was used for another call.' } },
    ])
    const elsewhere = await post(leads.POST, body, { 'idempotency-key': key }, await tokenOf(org))
    expect(elsewhere.body).toEqual({ results: [{ index: 0, status: 'unchanged' }] })
  })

  it('of calls at the same time lets one through', async () => {
    const [key, body] = [crypto.randomUUID(), { items: items() }]
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post(leads.POST, body, { 'idempotency-key': key })),
    )
    const created = answers.filter(({ body }) => JSON.stringify(body).includes('created')).length
    expect(created).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
  })

  it('is free again when the call failed', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    expect((await post(leads.POST, { items: [] }, headers)).status).toBe(422)
    expect((await post(leads.POST, { items: items() }, headers)).status).toBe(200)
  })
})

describe('figures', () => {
  it('are those of the screens, in the form that is described', async () => {
    const own = await givenOrganisation()
    const bearer = await tokenOf(own)
    await addTeam(own.admin, { name: '東日本' })
    await givenActivePlan(own.admin, own.rootId, 2026, givenDraft(own.channelIds.Web ?? ''))
    const read = async <Answer extends z.ZodType>(route: Route, { answer }: { answer: Answer }, query = {}) =>
      answer.parse((await get(route, query, bearer)).body)
    expect((await read(organisation.GET, endpoints.GET_ORGANISATION)).teams).toHaveLength(2)
    expect((await read(plans.GET, endpoints.GET_PLANS, teamYear(own))).plans).toMatchObject([
      { version: 1, state: 'active' },
    ])
    const [team] = (await read(kpis.GET, endpoints.GET_KPIS, teamYear(own))).teams
    expect(team?.channels[0]?.annual).toEqual([148223, 1334, 400, 160, 40])
    expect((await read(landing.GET, endpoints.GET_LANDING, teamYear(own))).cases.plan.goal).toBe(120_000_000)
    expect((await read(bridge.GET, endpoints.GET_BRIDGE, teamYear(own))).through).toBe(-1)
    expect((await read(pipeline.GET, endpoints.GET_PIPELINE, teamYear(own))).handover.passed).toBe(0)
    expect((await read(planVsActual.GET, endpoints.GET_PLAN_VS_ACTUAL, teamYear(own))).months[0]).toBe('2026-04')
  })

  it('of attribution add up to what is booked in every model, in the form that is described', async () => {
    const own = await givenOrganisation()
    const bearer = await tokenOf(own)
    const [account, channelId] = [{ name: 'A社' }, own.channelIds.Web ?? '']
    const rows = ['2026-04-10', '2026-05-10'].map((at, i) => givenTouch(own, { identity: `x:${i}`, at, account }))
    await upsertTouches(own.admin, {
      importId: null,
      rows: rows.map((row, i) => (i === 0 ? row : { ...row, channelId })),
    })
    const won = { account, state: 'won', closedOn: '2026-06-30', amount: 1_000_001 } as const
    await upsertOpportunities(own.admin, { importId: null, rows: [givenOpportunity(own, won)] })
    const asked = { ...teamYear(own), period: 'q1' }
    const answer = endpoints.GET_ATTRIBUTION.answer.parse((await get(attribution.GET, asked, bearer)).body)
    expect(answer).toMatchObject({
      from: '2026-04',
      to: '2026-06',
      booked: { amount: 1_000_001, deals: 1 },
      frozen: [],
    })
    expect(answer.models.map(({ total }) => total.shown)).toEqual(Array(14).fill({ amount: 1_000_001, deals: 1 }))
    expect(answer.models.find(({ model }) => model === 'linear')?.channels).toMatchObject([
      { channelId: own.channelIds.展示会, shown: { amount: 500_001, deals: 0.5 } },
      { channelId, shown: { amount: 500_000, deals: 0.5 } },
    ])
    expect((await get(attribution.GET, { ...asked, team: org.rootId }, bearer)).status).toBe(404)
    expect((await get(attribution.GET, { ...asked, period: 'q5' }, bearer)).status).toBe(422)
  })

  it('land by recorded opportunities as on 予実: 4,000,000 won + a quarter of 2,000,000 + 79.03988 × ¼ × 3,000,000', async () => {
    const own = await givenOrganisation()
    await givenActivePlan(own.admin, own.rootId, 2026, givenDraft(own.channelIds.Web ?? ''))
    const bearer = await tokenOf(own)
    const read = async () => {
      const { cases } = endpoints.GET_LANDING.answer.parse((await get(landing.GET, teamYear(own), bearer)).body)
      return cases.opportunities
    }
    expect(await read()).toBeNull()
    const channelId = own.channelIds.Web ?? ''
    const won = {
      identity: 'x:2',
      createdOn: '2026-05-01',
      state: 'won',
      closedOn: '2026-09-10',
      amount: 4_000_000,
    } as const
    const open = { createdOn: '2026-10-02', expectedCloseOn: '2026-12-10', amount: 2_000_000 }
    const rows = [won, open].map((row) => givenOpportunity(own, { channelId, ...row }))
    await upsertOpportunities(own.admin, { importId: null, rows })
    // 74,111 visits from October on × 0.9 % × 30 % × 40 % = 80.03988 opportunities, one of which is there already.
    const found = await read()
    expect(found?.channels).toMatchObject([{ actual: 0, won: 4_000_000, open: 500_000, isInsufficient: true }])
    expect(found?.channels[0]?.flow).toBeCloseTo(59_279_910, 3)
    expect(found?.total).toBeCloseTo(63_779_910, 3)
    const year = fiscalYear(2026, 4)
    const session = { ...own.admin, dataVersion: 1_000_001 }
    const ledger = ledgerOf(await planAndActuals(session, own.rootId, year, '2026-10-05'), {
      ...{ today: '2026-10-05', thresholds: { goodFrom: 1, watchFrom: 0.8 } },
    })
    expect(headlineOf(ledger)?.opportunities?.total).toBe(found?.total)
  })

  it.each(['web-only', 'three-channels', 'float-traps', 'scheduled'])(
    'of a scenario are the golden ones: %s',
    async (name) => {
      const file = (which: string) =>
        JSON.parse(readFileSync(new URL(`../../../lib/funnel/golden/${name}.${which}.json`, import.meta.url), 'utf8'))
      const { status, body } = await post(preview.POST, file('input'))
      expect(status).toBe(200)
      const answer = endpoints.POST_PREVIEW.answer.parse(body)
      const golden = file('expected')
      expect(answer.goalByMonth).toEqual(golden.goalByMonth)
      expect(
        answer.channels.map(({ annual, monthly, requiredBeforeYear }) => ({ annual, monthly, requiredBeforeYear })),
      ).toEqual(
        golden.channels.map(({ annual, monthly, requiredBeforeYear }: Record<string, unknown>) => ({
          annual,
          monthly,
          requiredBeforeYear,
        })),
      )
      expect(answer.bridge).toEqual(golden.bridge)
      expect(answer.landing?.byRates.plan.revenue).toEqual(golden.landing?.byRates.plan.revenue)
    },
  )
})

describe('too many calls', () => {
  it('are told to wait, and other tokens are not', async () => {
    const eager = await tokenOf(org, ['read'])
    const call = () => post(preview.POST, {}, {}, eager)
    const answers = []
    for (let i = 0; i < 61; i++) answers.push(await call())
    expect(answers.slice(0, 60).every(({ status }) => status === 422)).toBe(true)
    const last = answers.at(-1)
    expect(last?.status).toBe(429)
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await get(organisation.GET)).status).toBe(200)
  })
})
