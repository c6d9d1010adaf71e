import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ImportKind } from '#lib/records/import'
import type { ImportMapping } from './mapping'
import { rowReader } from './row-reader'

const TEAM = '0190f000-0000-7000-8000-000000000001'
const WEB = '0190f000-0000-7000-8000-00000000000a'
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const context = {
  ...{ timeZone: 'Asia/Tokyo', decimals: 0, stages: ['visit', 'lead', 'mql', 'opportunity', 'won'] },
  campaigns: new Map([['fair', { teamId: TEAM, channelId: WEB }]]),
  ...{ hash, emailHmac: (address: string) => `hmac of ${address}` },
}

/** A mapping whose columns have the fields' own names as headers. */
function mappingOf(kind: ImportKind, fields: readonly string[], changes: Partial<ImportMapping> = {}): ImportMapping {
  const column = (header: string) => ({ header, number: 'point', date: 'ymd' }) as const
  return {
    kind,
    file: { sheet: null, encoding: 'utf-8', delimiter: ',', headerRow: 0 },
    columns: Object.fromEntries(fields.map((field) => [field, column(field)])),
    values: { channel: { web: WEB, 捨てる: 'skip', '': 'blank' }, state: { 受注: 'won', 失注: 'lost', 提案: 'open' } },
    fallback: { teamId: TEAM, channelId: null },
    ...{ missing: ['unknown', 'Select'], zeroIsMissing: false, taxPercent: 0 },
    ...changes,
  }
}

const LEAD = ['externalId', 'channel', 'reached:lead', 'reached:mql', 'accountName', 'email']
function leads(rows: readonly (readonly string[])[], changes: Partial<ImportMapping> = {}, fields = LEAD) {
  const read = rowReader('leads', mappingOf('leads', fields, changes), fields, context)
  return rows.map((row, i) => read(row, i + 2))
}

describe('a lead', () => {
  it('is read: dates in the organisation’s zone, an address only as its keyed hash, spaces at the ends gone', () => {
    expect(leads([['L-1 ', ' Web', '2026-03-31T15:00:00Z', '2026/4/5', ' ㈱髙﨑 ', 'Taro＠Example.com ']])).toEqual([
      {
        state: 'read',
        flags: [],
        record: {
          identity: 'x:L-1',
          ...{ teamId: TEAM, channelId: WEB, campaignId: undefined, account: { name: '㈱髙﨑' } },
          emailHmac: 'hmac of taro@example.com',
          stages: { lead: '2026-03-31T15:00:00.000Z', mql: '2026-04-04T15:00:00.000Z' },
          ...{ passedAt: undefined, workedAt: undefined, returnedAt: undefined, returnReason: undefined },
          sourceAt: undefined,
        },
      },
    ])
  })

  it('without dates is kept and told; so is one whose MQL day lies before its lead day', () => {
    const [none, reversed] = leads([
      ['1', 'Web', '', '', 'A', ''],
      ['2', 'Web', '2026-04-02', '2026-04-01', 'A', ''],
    ])
    expect(none).toMatchObject({ state: 'read', flags: ['noDate'] })
    expect(reversed).toMatchObject({ state: 'read', flags: ['stagesOutOfOrder'] })
  })

  it('with words that mean blank has blanks: unknown, Select', () => {
    const [read] = leads([['1', 'Web', ' Unknown ', 'SELECT', 'ｓｅｌｅｃｔ', 'unknown']])
    expect(read).toMatchObject({ record: { stages: { lead: null, mql: null }, account: null, emailHmac: null } })
    const [kept] = leads([['1', 'Web', '', '', 'Select', '']], { missing: [] })
    expect(kept).toMatchObject({ record: { account: { name: 'Select' } } })
  })

  it('of a channel that is to be left out is left out; of one that nobody mapped it is a fault', () => {
    const [left, unknown, blank] = leads([
      ['1', '捨てる', '', '', '', ''],
      ['2', 'ヤフオク', '', '', '', ''],
      ['3', '', '', '', '', ''],
    ])
    expect(left).toEqual({ state: 'skipped' })
    expect(unknown).toEqual({
      state: 'faulty',
      faults: [{ row: 3, field: 'channel', column: 'channel', kind: 'valueUnmapped', value: 'ヤフオク' }],
    })
    expect(blank).toMatchObject({ state: 'faulty', faults: [{ row: 4, kind: 'required' }] })
  })

  it('names every fault of its row, with column, value and kind', () => {
    expect(leads([['1', 'Web', '2026-02-29', '4/1', 'a\u202eb', 'nobody']])).toEqual([
      {
        state: 'faulty',
        faults: [
          { row: 2, field: 'reached:lead', column: 'reached:lead', kind: 'dateNotExisting', value: '2026-02-29' },
          { row: 2, field: 'reached:mql', column: 'reached:mql', kind: 'dateNoYear', value: '4/1' },
          { row: 2, field: 'accountName', column: 'accountName', kind: 'textUnseen', value: 'a b' },
          { row: 2, field: 'email', column: 'email', kind: 'emailInvalid', value: '' },
        ],
      },
    ])
  })

  it.each([
    ['broken bytes', '\ufffd社', 'undecodable'],
    ['more than a name’s length', 'あ'.repeat(201), 'textLong'],
    ['NUL', 'a\0b', 'textUnseen'],
    ['half of a pair', 'a\ud800b', 'textUnseen'],
  ])('with %s in a name is faulty', (_, name, kind) => {
    expect(leads([['1', 'Web', '', '', name, '']])).toMatchObject([{ state: 'faulty', faults: [{ kind }] }])
  })

  it('that stands in a row too short or too long is faulty; a longer row of blanks is not', () => {
    const [short, oneShort, long, blanks] = leads([
      ['1', 'Web', ''],
      ['1', 'Web', '', '', 'A'],
      ['2', 'Web', '', '', '', '', 'x'],
      ['3', 'Web', '', '', '', '', '', ' '],
    ])
    expect(short).toMatchObject({
      state: 'faulty',
      faults: [{ row: 2, field: null, kind: 'tooFewCells', value: '3 / 6' }],
    })
    expect(oneShort).toMatchObject({ state: 'faulty', faults: [{ row: 3, kind: 'tooFewCells', value: '5 / 6' }] })
    expect(long).toMatchObject({ state: 'faulty', faults: [{ kind: 'tooManyCells', value: 'x' }] })
    expect(blanks).toMatchObject({ state: 'read' })
  })
})

describe('a campaign', () => {
  const fields = ['channel', 'campaign']
  const other = WEB.replace(/a$/, 'b')
  const values = { channel: { web: WEB, 展示会: other }, campaign: { 計測展: 'fair', '': 'blank' } }
  const read = rowReader('leads', mappingOf('leads', fields, { values }), fields, context)

  it('belongs to its channel: with another one the row is taken without it, and told', () => {
    expect(read(['Web', '計測展'], 2)).toMatchObject({ record: { campaignId: 'fair' }, flags: ['noDate'] })
    const elsewhere = { record: { campaignId: null }, flags: ['noDate', 'campaignElsewhere'] }
    expect(read(['展示会', '計測展'], 3)).toMatchObject(elsewhere)
    expect(read(['Web', ''], 4)).toMatchObject({ record: { campaignId: null }, flags: ['noDate'] })
  })
})

describe('identity', () => {
  it('by an id that stands twice in a file is told', () => {
    const [first, second] = leads([
      ['1', 'Web', '2026-04-01', '', 'A', ''],
      ['1', 'Web', '2026-04-01', '', 'B', ''],
    ])
    expect([first, second]).toMatchObject([{ flags: [] }, { flags: ['repeatedId'], record: { identity: 'x:1' } }])
  })

  const WITHOUT_ID = ['channel', 'reached:lead', 'accountName']
  const identities = (rows: readonly (readonly string[])[]) =>
    leads(rows, {}, WITHOUT_ID).map((each) => (each.state === 'read' ? each.record.identity : each.state))
  const A = ['Web', '2026-04-01', 'A社']
  const B = ['Web', '2026-04-01', 'B社']

  it('without an id is the content and its count among equal rows: equal rows are all kept', () => {
    const [first, other, second] = identities([A, B, A])
    expect(first).toMatch(/^c:[0-9a-f]{64}:1$/)
    expect(other).toMatch(/^c:[0-9a-f]{64}:1$/)
    expect(second).toBe(first?.replace(/1$/, '2'))
    expect(new Set([first, other, second]).size).toBe(3)
  })

  it('is the same for the same file, and for the same content written otherwise', () => {
    expect(identities([A, B, A])).toEqual(identities([A, B, A]))
    expect(identities([[' ｗｅｂ', '2026/4/1', 'A社 ']])).toEqual(identities([A]))
  })

  it('is the same when columns stand in another order', () => {
    const mapping = mappingOf('leads', WITHOUT_ID)
    const turned = rowReader('leads', mapping, ['accountName', 'x', 'reached:lead', 'channel'], context)
    expect(turned(['A社', '?', '2026-04-01', 'Web'], 2)).toMatchObject({ record: { identity: identities([A])[0] } })
  })

  it('of a cost is its place and month: a corrected file corrects the amount', () => {
    const read = (amount: string) => {
      const fields = ['month', 'channel', 'amount']
      const [row] = [rowReader('costs', mappingOf('costs', fields), fields, context)(['2026年4月', 'Web', amount], 2)]
      return row.state === 'read' ? row.record : null
    }
    expect(read('1,000')).toMatchObject({ month: '2026-04', amount: 1000 })
    expect(read('1,000')?.identity).toBe(read('2,000')?.identity)
  })
})

describe('an opportunity', () => {
  const fields = ['externalId', 'name', 'createdOn', 'stage', 'amount', 'closeDate']
  const read = (row: readonly string[], changes: Partial<ImportMapping> = {}) =>
    rowReader('opportunities', mappingOf('opportunities', fields, changes), fields, context)(row, 2)

  it('that is open is expected on the CRM’s close date, one that is won or lost was closed on it', () => {
    expect(read(['1', 'A', '2026-04-01', '提案', '1,000', '2026-06-30'])).toMatchObject({
      record: { state: 'open', stage: '提案', expectedCloseOn: '2026-06-30', closedOn: null, amount: 1000 },
    })
    const won = read(['1', 'A', '2026-04-01', '受注', '¥1,000', '2026-06-30'])
    expect(won).toMatchObject({
      flags: [],
      record: { state: 'won', closedOn: '2026-06-30', expectedCloseOn: undefined },
    })
  })

  it('won before it was created is kept and told, and one without a day of closing too', () => {
    expect(read(['1', 'A', '2026-04-01', '受注', '1', '2026-03-01'])).toMatchObject({ flags: ['closedBeforeCreated'] })
    expect(read(['1', 'A', '2026-04-01', '受注', '1', ''])).toMatchObject({ flags: ['wonWithoutDate'] })
  })

  it('of 0 is 0 and told, or not filled, by choice', () => {
    expect(read(['1', 'A', '2026-04-01', '提案', '0', ''])).toMatchObject({
      flags: ['zeroAmount'],
      record: { amount: 0 },
    })
    const blank = read(['1', 'A', '2026-04-01', '提案', '0', ''], { zeroIsMissing: true })
    expect(blank).toMatchObject({ flags: [], record: { amount: null } })
  })

  it('with tax loses it', () => {
    expect(read(['1', 'A', '2026-04-01', '提案', '1,100', ''], { taxPercent: 10 })).toMatchObject({
      record: { amount: 1000 },
    })
  })

  it('without a name or a day of creation is faulty', () => {
    expect(read(['1', ' ', '', '提案', '', ''])).toMatchObject({
      state: 'faulty',
      faults: [
        { field: 'createdOn', kind: 'required' },
        { field: 'name', kind: 'required' },
      ],
    })
  })

  it('in a file without a stage is won when it has a day of closing', () => {
    const plain = ['name', 'createdOn', 'closedOn']
    const reader = rowReader('opportunities', mappingOf('opportunities', plain), plain, context)
    expect(reader(['A', '2026-04-01', '2026-05-01'], 2)).toMatchObject({
      record: { state: 'won', closedOn: '2026-05-01' },
    })
    expect(reader(['A', '2026-04-01', ''], 3)).toMatchObject({ record: { state: 'open', closedOn: null } })
  })
})

describe('monthly actuals', () => {
  const fields = ['month', 'line', 'channel', 'metric:visit', 'metric:lead', 'metric:revenue']
  const values = { channel: { web: WEB, '': 'blank' }, line: { '': 'channel', 既存: 'existing' } }
  const read = (row: readonly string[]) =>
    rowReader('actuals', mappingOf('actuals', fields, { values }), fields, context)(row, 2)

  it('are a cell for each metric that is filled in: blank is not 0', () => {
    const place = { month: '2026-04', line: 'channel', channelId: WEB, campaignId: null }
    expect(read(['2026/4', '', 'Web', '1,200', '', '0'])).toMatchObject({
      record: {
        teamId: TEAM,
        cells: [
          { ...place, metric: 'visit', value: 1200 },
          { ...place, metric: 'revenue', value: 0 },
        ],
      },
    })
  })

  it('of 既存 have revenue only', () => {
    expect(read(['2026-04', '既存', '', '5', '', '300'])).toMatchObject({
      record: { cells: [{ line: 'existing', channelId: null, metric: 'revenue', value: 300 }] },
    })
  })

  it('that stand twice are faulty the second time', () => {
    const row = ['2026-04', '', 'Web', '5', '', '']
    const reader = rowReader('actuals', mappingOf('actuals', fields, { values }), fields, context)
    expect(reader(row, 2)).toMatchObject({ state: 'read' })
    expect(reader(row, 3)).toMatchObject({ state: 'faulty', faults: [{ row: 3, kind: 'recordTwice' }] })
  })

  it('below 0 visits are faulty', () => {
    expect(read(['2026-04', '', 'Web', '−1', '', ''])).toMatchObject({
      faults: [{ field: 'metric:visit', kind: 'numberNegative' }],
    })
  })
})

it('a touch needs its time', () => {
  const fields = ['at', 'channel', 'leadId']
  const read = rowReader('touches', mappingOf('touches', fields), fields, context)
  expect(read(['2026-04-01 10:00', 'Web', 'L-1'], 2)).toMatchObject({
    record: { at: '2026-04-01T01:00:00.000Z', channelId: WEB, leadExternalId: 'L-1' },
  })
  expect(read(['', 'Web', 'L-1'], 3)).toMatchObject({ faults: [{ row: 3, field: 'at', kind: 'required' }] })
})
