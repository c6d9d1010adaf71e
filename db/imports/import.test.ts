import iconv from 'iconv-lite'
import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { readOrg } from '../client'
import { undoImport } from '../commands/undo-import'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { monthlyActuals } from '../queries/actuals'
import { importsOf } from '../queries/imports'
import { migrateUrl } from '../url'
import { givenFile, givenImport, givenMapping } from './fixtures'
import { inspectFile } from './inspect'
import { runImport } from './run'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

const rowsOf = (text: string) =>
  readOrg(org.admin, async (tx) => (await tx.$client.query<Record<string, unknown>>(text)).rows)
const leadCount = async () => Number((await rowsOf('select count(*) from leads'))[0]?.count)

const SALESFORCE = `Lead ID,First Name,Last Name,Company / Account,Email,Lead Source,Created Date
00Q1,Taro,Yamada,㈱髙﨑,taro@example.com,Web,2026-04-01
00Q2,Jiro,Suzuki,ABC商事,jiro@example.com,Trade Show,2026-04-30
00Q3,Hana,Sato,,,Web ,2026-05-01
`

describe('a file of leads', () => {
  it('comes in with channel, company and the day of the stage; names and addresses stay outside', async () => {
    const { counts } = await givenImport(org, 'leads', SALESFORCE)
    expect(counts).toMatchObject({ created: 3, updated: 0, refused: 0 })
    const leads = await rowsOf(
      `select l.identity, c.name as channel, a.name as account, length(l.email_hmac) as hmac, s.reached_at at time zone 'Asia/Tokyo' as at
       from leads l join channels c on c.org_id = l.org_id and c.id = l.channel_id
       left join accounts a on a.org_id = l.org_id and a.id = l.account_id
       join lead_stages s on s.org_id = l.org_id and s.lead_id = l.id and s.stage = 'lead' order by l.identity`,
    )
    expect(leads).toMatchObject([
      { identity: 'x:00Q1', channel: 'Web', account: '㈱髙﨑', hmac: 64 },
      { identity: 'x:00Q2', channel: '展示会', account: 'ABC商事', hmac: 64 },
      { identity: 'x:00Q3', channel: 'Web', account: null, hmac: null },
    ])
    const everything = JSON.stringify(
      await rowsOf('select l.*, a.* from leads l left join accounts a on a.org_id = l.org_id'),
    )
    expect(everything).not.toMatch(/Yamada|Taro|example\.com/)
  })

  it('is counted in its months, by channel', async () => {
    await givenImport(org, 'leads', SALESFORCE)
    const counted = await rowsOf(
      `select r.month, c.name as channel, r.value::int from monthly_rollup r
       join channels c on c.org_id = r.org_id and c.id = r.channel_id where r.metric = 'lead' order by r.month, c.name`,
    )
    expect(counted).toEqual([
      { month: '2026-04', channel: 'Web', value: 1 },
      { month: '2026-04', channel: '展示会', value: 1 },
      { month: '2026-05', channel: 'Web', value: 1 },
    ])
  })

  it('twice changes nothing', async () => {
    await givenImport(org, 'leads', SALESFORCE)
    const before = await rowsOf('select * from leads order by id')
    const { counts } = await givenImport(org, 'leads', SALESFORCE)
    expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
    expect(await rowsOf('select * from leads order by id')).toEqual(before)
  })

  it('twice at once comes in once', async () => {
    const outcomes = await Promise.all([
      givenImport(org, 'leads', SALESFORCE),
      givenImport(org, 'leads', SALESFORCE),
      givenImport(org, 'leads', SALESFORCE, { mode: 'good' }),
    ])
    expect(outcomes.map(({ counts }) => counts.created).sort()).toEqual([0, 0, 3])
    expect(await leadCount()).toBe(3)
  })

  it('exported before another one, but imported after it, changes nothing back', async () => {
    const of = (day: string, company: string) =>
      `Lead ID,Company,Lead Source,Created Date,Last Modified Date\n1,${company},Web,2026-04-01,${day}\n`
    await givenImport(org, 'leads', of('2026-05-02 10:00', '北斗電子'))
    expect((await givenImport(org, 'leads', of('2026-05-01 10:00', '青葉精機'))).counts).toMatchObject({
      updated: 0,
      older: 1,
    })
    expect(await rowsOf('select a.name from leads l join accounts a on a.id = l.account_id')).toEqual([
      { name: '北斗電子' },
    ])
  })

  it('and the same in reversed order, both at once, come in once', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `${i},会社${i},Web,2026-04-01`)
    const file = (lines: readonly string[]) => `ID,会社名,流入元,登録日\n${lines.join('\n')}\n`
    const outcomes = await Promise.all([
      givenImport(org, 'leads', file(rows)),
      givenImport(org, 'leads', file(rows.toReversed())),
      givenImport(org, 'leads', file(rows.toReversed()), { mode: 'good' }),
    ])
    expect(outcomes.map(({ counts }) => counts.created).sort((a, b) => a - b)).toEqual([0, 0, 300])
    expect(await rowsOf('select count(*)::int from accounts')).toEqual([{ count: 300 }])
  })

  it('with composed or decomposed kana is the same file, and the company has one name', async () => {
    const plain = '会社名,流入元,登録日\nガーデン電機,Web,2026/4/1\n'
    expect((await givenImport(org, 'leads', plain.normalize('NFC'))).counts.created).toBe(1)
    expect((await givenImport(org, 'leads', plain.normalize('NFD'))).counts).toMatchObject({ created: 0, unchanged: 1 })
    expect(await rowsOf('select name from accounts')).toEqual([{ name: 'ガーデン電機' }])
  })

  it('without ids keeps equal rows, all of them, and twice changes nothing', async () => {
    const plain = '会社名,流入元,登録日\nA社,Web,2026/4/1\nA社,Web,2026/4/1\nA社,Web,2026/4/2\n'
    expect((await givenImport(org, 'leads', plain)).counts).toMatchObject({ created: 3 })
    expect((await givenImport(org, 'leads', plain)).counts).toMatchObject({ created: 0, unchanged: 3 })
    const turned = '登録日,会社名,流入元\n2026/4/1,A社,Web\n2026-04-02,A社 ,ｗｅｂ\n2026/4/1,A社,Web\n'
    expect((await givenImport(org, 'leads', turned)).counts).toMatchObject({ created: 0, unchanged: 3 })
  })

  it('in CP932 written by Excel, in UTF-16 and as a workbook named .csv is the same file', async () => {
    expect((await givenImport(org, 'leads', SALESFORCE)).counts.created).toBe(3)
    const cp932 = iconv.encode(SALESFORCE.replaceAll('\n', '\r\n'), 'cp932')
    expect((await givenImport(org, 'leads', cp932)).counts).toMatchObject({ created: 0, unchanged: 3 })
    const utf16 = iconv.encode(SALESFORCE.replaceAll(',', '\t'), 'utf16le', { addBOM: true })
    expect((await givenImport(org, 'leads', utf16)).counts).toMatchObject({ created: 0, unchanged: 3 })
    const cells = SALESFORCE.trim()
      .split('\n')
      .map((line) => line.split(',').map((value) => ({ value, type: String })))
    const workbook = await writeXlsx(cells).toBuffer()
    expect((await givenImport(org, 'leads', workbook)).counts).toMatchObject({ created: 0, unchanged: 3 })
  })

  it('with words that mean blank: unknown, Select', async () => {
    await givenImport(org, 'leads', 'ID,会社名,チャネル,登録日\n1,Select,Web,unknown\n')
    expect(
      await rowsOf('select l.account_id, s.stage from leads l left join lead_stages s on s.org_id = l.org_id'),
    ).toEqual([{ account_id: null, stage: null }])
  })
})

const FAULTY = 'ID,チャネル,登録日\n1,Web,2026-04-01\n2,Web,2026-02-29\n3,ヤフオク,2026-04-03\n4,Web,2026-04-04\n'

describe('a file with faults', () => {
  it('comes in as a whole or not at all, and the row is named', async () => {
    await expect(givenImport(org, 'leads', FAULTY)).rejects.toMatchObject({
      message: 'importFaulty',
      values: { row: 3 },
    })
    expect(await leadCount()).toBe(0)
    expect(await importsOf(org.admin)).toMatchObject([{ state: 'failed', counts: { created: 0 } }])
  })

  it('by choice gives its good rows, and a file of the others that can be corrected and imported', async () => {
    const { counts, faulty, faultyFile, importId } = await givenImport(org, 'leads', FAULTY, { mode: 'good' })
    expect([counts.created, faulty]).toEqual([2, 2])
    expect(faultyFile).toBe(
      '\ufeffID,チャネル,登録日,行,理由\n2,Web,2026-02-29,3,dateNotExisting\n3,ヤフオク,2026-04-03,4,valueUnmapped\n',
    )
    expect(await importsOf(org.admin)).toMatchObject([
      { id: importId, state: 'done', counts: { created: 2, faulty: 2 } },
    ])
    const corrected = (faultyFile ?? '').replace('2026-02-29', '2026-02-28').replace('ヤフオク', '展示会')
    expect((await givenImport(org, 'leads', corrected)).counts.created).toBe(2)
  })

  it('that breaks off after rows were written is interrupted, not failed: it can be repeated, and undone', async () => {
    const rows = Array.from({ length: 5_001 }, (_, i) => `${i},Web,${i === 0 ? 'いつか' : '2026-04-01'}`)
    const head = 'ID,チャネル,登録日\n'
    const mapping = await givenMapping(org, await givenFile(org, `${head}1,Web,2026-04-01\n`), 'leads')
    const file = await givenFile(org, `${head}${rows.join('\n')}\n"9999,Web\n`)
    const words = { row: '行', reason: '理由', say: ({ kind }: { kind: string }) => kind }
    const options = { fileName: 'x.csv', mapping, mode: 'good', reason: null, words, told: () => {} } as const
    await expect(runImport(org.admin, file, options)).rejects.toMatchObject({ message: 'quoteUnclosed' })
    const [broken] = await importsOf(org.admin)
    expect(broken).toMatchObject({ state: 'interrupted', counts: { created: 4_999 } })
    await undoImport(org.admin, { importId: broken?.id ?? '' })
    expect(await leadCount()).toBe(0)
  })

  it('gives back rows that no spreadsheet runs: text is guarded, numbers are not, and both come in again', async () => {
    const sheet = 'ID,会社名,流入元,登録日\n=1+1,"=HYPERLINK(""http://x"")",Web,きのう\n-5,@SUM,Web,きのう\n'
    const { faultyFile } = await givenImport(org, 'leads', sheet, { mode: 'good' })
    expect(faultyFile?.split('\n').slice(1, 3)).toEqual([
      `'=1+1,"'=HYPERLINK(""http://x"")",Web,きのう,2,dateUnreadable`,
      "-5,'@SUM,Web,きのう,3,dateUnreadable",
    ])
    const corrected = (faultyFile ?? '').replaceAll('きのう', '2026-04-01')
    expect((await givenImport(org, 'leads', corrected)).counts.created).toBe(2)
    expect(
      await rowsOf('select l.identity, a.name from leads l join accounts a on a.id = l.account_id order by 1'),
    ).toEqual([
      { identity: 'x:-5', name: '@SUM' },
      { identity: 'x:=1+1', name: '=HYPERLINK("http://x")' },
    ])
  })

  it('in row 9,999 of 10,000 leaves nothing of the whole', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `${i},Web,${i === 9_997 ? 'いつか' : '2026-04-01'}`)
    const file = `ID,チャネル,登録日\n${rows.join('\n')}\n`
    await expect(givenImport(org, 'leads', file)).rejects.toMatchObject({ values: { row: 9999 } })
    expect(await leadCount()).toBe(0)
    expect(await rowsOf('select * from monthly_rollup')).toEqual([])
    const { counts, faulty } = await givenImport(org, 'leads', file, { mode: 'good' })
    expect([counts.created, faulty]).toEqual([9_999, 1])
  })
})

it('a first import goes through where statistics know of others only: it reads no table by what they say', async () => {
  const fileOf = (rows: number) =>
    `ID,チャネル,登録日,MQL日\n${Array.from({ length: rows }, (_, i) => `${i},Web,2026-04-01,2026-05-01`).join('\n')}\n`
  await givenImport(await givenOrganisation(), 'leads', fileOf(3000))
  const owner = new pg.Client({ connectionString: migrateUrl() })
  await owner.connect()
  await owner.query('analyze leads, lead_stages')
  await owner.end()
  expect((await givenImport(org, 'leads', fileOf(15_000))).counts.created).toBe(15_000)
  expect(await rowsOf('select metric, value from monthly_rollup order by metric')).toEqual([
    { metric: 'lead', value: '15000' },
    { metric: 'mql', value: '15000' },
  ])
}, 120_000)

describe('undo', () => {
  it('takes a whole import back; what it had changed stands as before', async () => {
    await givenImport(org, 'leads', SALESFORCE)
    const before = await rowsOf('select identity, channel_id, account_id from leads order by identity')
    const changed = `${SALESFORCE.replace('Web,2026-04-01', 'Trade Show,2026-04-01')}00Q4,A,B,新会社,,Web,2026-06-01\n`
    const { importId, counts } = await givenImport(org, 'leads', changed)
    expect(counts).toMatchObject({ created: 1, updated: 1, unchanged: 2 })
    await undoImport(org.admin, { importId })
    expect(await rowsOf('select identity, channel_id, account_id from leads order by identity')).toEqual(before)
    expect((await rowsOf(`select value::int from monthly_rollup where metric = 'lead' order by month`)).length).toBe(3)
  })
})

describe('opportunities', () => {
  const DEALS = `レコードID,取引名,取引ステージ,金額,クローズ日,作成日,オリジナルソース
1,A案件,提案,"¥1,000,000",2026/09/30,2026/04/01,オーガニック検索
2,B案件,受注,"2,000,000円",2026/05/31,2026/04/02,展示会
3,C案件,失注,（500）,2026/05/01,2026/04/03,
4,D案件,受注,0,2026/03/01,2026/04/04,Web
`
  it('are open, won and lost with their amounts; won before it was created is kept', async () => {
    const { counts } = await givenImport(org, 'opportunities', DEALS)
    expect(counts.created).toBe(4)
    const deals = await rowsOf(
      `select name, state, amount::bigint, expected_close_on::text as expected, closed_on::text as closed, stage from opportunities order by name`,
    )
    expect(deals).toEqual([
      { name: 'A案件', state: 'open', amount: '1000000', expected: '2026-09-30', closed: null, stage: '提案' },
      { name: 'B案件', state: 'won', amount: '2000000', expected: null, closed: '2026-05-31', stage: '受注' },
      { name: 'C案件', state: 'lost', amount: '-500', expected: null, closed: '2026-05-01', stage: '失注' },
      { name: 'D案件', state: 'won', amount: '0', expected: null, closed: '2026-03-01', stage: '受注' },
    ])
    const won = await rowsOf(`select month, value::int from monthly_rollup where metric = 'revenue' and value > 0`)
    expect(won).toEqual([{ month: '2026-05', value: 2_000_000 }])
  })

  it('with tax lose it, and 0 may mean not filled', async () => {
    await givenImport(org, 'opportunities', DEALS, { mapping: { taxPercent: 10, zeroIsMissing: true } })
    expect(await rowsOf('select amount::bigint from opportunities order by name')).toEqual([
      { amount: '909091' },
      { amount: '1818182' },
      { amount: '-455' },
      { amount: null },
    ])
  })
})

describe('costs and monthly actuals', () => {
  it('a corrected file of costs corrects the amounts', async () => {
    const file = (amount: string) => `月,チャネル,費用\n2026年4月,Web,${amount}\n2026年4月,展示会,300\n`
    await givenImport(org, 'costs', file('100'))
    expect((await givenImport(org, 'costs', file('250'))).counts).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 1,
    })
    expect(await rowsOf('select sum(amount)::int as sum from campaign_costs')).toEqual([{ sum: 550 }])
  })

  it('actuals stand in the grid, blank is not 0, and undo makes them blank again', async () => {
    const file = '月,チャネル,訪問数,リード数,受注金額\n2026-04,Web,"1,200",,0\n2026-04,展示会,,80,\n'
    const { importId, counts } = await givenImport(org, 'actuals', file)
    expect(counts.created).toBe(3)
    const everything = { teamIds: null, from: '2000-01', to: '2099-12' } as const
    const entered = await monthlyActuals(org.admin, everything)
    expect(entered.map(({ metric, value }) => `${metric} ${value}`).sort()).toEqual([
      'lead 80',
      'revenue 0',
      'visit 1200',
    ])
    await undoImport(org.admin, { importId })
    expect(await monthlyActuals(org.admin, everything)).toEqual([])
  })

  it('touches come in with their time', async () => {
    await givenImport(org, 'leads', SALESFORCE)
    await givenImport(org, 'touches', 'リードID,接点日時,チャネル,種類\n00Q1,2026-04-02 10:00,セミナー,参加\n')
    const touches = await rowsOf(
      `select t.kind, l.identity, t.at at time zone 'UTC' as at from touches t join leads l on l.org_id = t.org_id and l.id = t.lead_id`,
    )
    expect(touches).toMatchObject([{ kind: '参加', identity: 'x:00Q1' }])
  })
})

describe('a file that is no table', () => {
  const look = async (content: string | Buffer) => inspectFile(await givenFile(org, content))
  it.each([
    ['nothing', '', 'fileEmpty'],
    ['blank lines', '\r\n\r\n', 'fileEmpty'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'fileXls'],
    ['a PDF', '%PDF-1.7', 'fileBinary'],
    ['half a workbook', Buffer.from('504b0304ffff', 'hex'), 'workbookBroken'],
    ['10,000 columns', `${'x,'.repeat(9_999)}x\n`, 'tooManyColumns'],
  ])('%s is refused: %s', async (_, content, message) => {
    await expect(look(content)).rejects.toMatchObject({ code: 'invalid', message })
  })

  it('only headers come in as nothing', async () => {
    expect((await givenImport(org, 'leads', 'ID,チャネル,登録日\n')).counts.created).toBe(0)
  })

  it('an unclosed quote and a field of 10 MB name their row, and nothing is written', async () => {
    const good = 'ID,チャネル,登録日\n1,Web,2026-04-01\n'
    await expect(givenImport(org, 'leads', `${good}2,"Web,2026-04-01\n3,Web,2026-04-01\n`)).rejects.toMatchObject({
      ...{ code: 'invalid', message: 'quoteUnclosed', values: { row: 3 } },
    })
    const long = `${good}2,Web,${'あ'.repeat(3_500_000)}\n`
    await expect(givenImport(org, 'leads', long)).rejects.toMatchObject({ message: 'rowTooLong', values: { row: 3 } })
    expect(await leadCount()).toBe(0)
  })

  it('lines that end in CR, LF and CRLF, a break in quotes and blank lines keep their row numbers', async () => {
    const file = 'ID,チャネル,会社名,登録日\r1,Web,"A\r\n社",2026-04-01\r\n\n2,Web,B,2026-04-01\n3,Web,C,昨日\n'
    await expect(givenImport(org, 'leads', file)).rejects.toMatchObject({ values: { row: 5 } })
  })
})

it('another person’s file, and one that is gone, is not found', async () => {
  const other = await givenOrganisation()
  const file = await givenFile(org, SALESFORCE)
  const { spooled } = await import('./spool')
  await expect(spooled(other.admin, file.fileId)).rejects.toMatchObject({ code: 'notFound' })
  await expect(spooled(org.admin, '../../etc/passwd')).rejects.toMatchObject({ code: 'notFound' })
  expect((await spooled(org.admin, file.fileId)).bytes).toBe(Buffer.byteLength(SALESFORCE))
})

it('a connection that ends in the middle leaves nothing of an import that is all or nothing', async () => {
  const rows = Array.from({ length: 12_000 }, (_, i) => `${i},Web,2026-04-01`)
  const file = await givenFile(org, `ID,チャネル,登録日\n${rows.join('\n')}\n`)
  const mapping = await givenMapping(org, file, 'leads')
  const words = { row: '行', reason: '理由', say: () => '' }
  const cut = runImport(org.admin, file, {
    ...{ fileName: 'x.csv', mapping, mode: 'all', reason: null, words },
    told: ({ rows: count }) => {
      if (count === 11_000) throw new Error('the server ends here')
    },
  })
  await expect(cut).rejects.toThrow('the server ends here')
  expect(await leadCount()).toBe(0)
  expect(await rowsOf('select * from monthly_rollup')).toEqual([])
})
