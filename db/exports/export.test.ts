import iconv from 'iconv-lite'
import { readSheet } from 'read-excel-file/node'
import { beforeEach, describe, expect, it } from 'vitest'
import { type ExportCell, exportColumns } from '#lib/export/tables'
import { IMPORT_KINDS, type ImportKind } from '#lib/records/import'
import { givenTouches, givenWon, reader } from '../attribution/fixtures'
import { addTeam } from '../commands/add-team'
import { closeMonths } from '../commands/close-months'
import { saveActuals } from '../commands/save-actuals'
import { type GivenOrganisation, givenMember, givenOrganisation } from '../fixtures'
import { givenImport } from '../imports/fixtures'
import { stages } from '../queries/organisation'
import { cp932File, inCp932, replacedFile, type Sheet, utf8File, workbookFile } from './files'
import { exportRows } from './rows'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

const WORDS: Record<string, string> = {
  'state.open': '進行中',
  'state.won': '受注',
  'state.lost': '失注',
  'isNew.new': '新規',
  'isNew.existing': '既存',
  'line.channel': 'チャネル',
  'line.existing': '既存',
  'line.salesSourced': '営業独自',
}

/** Headers that a guess knows for certain: how the product writes them is tested in lib/import/own-names.test.ts. */
const HEADERS: Record<string, string> = {
  ...{ externalId: 'ID', 'reached:lead': '登録日', 'reached:mql': 'MQL日', channel: 'チャネル', campaign: '施策' },
  ...{ accountName: '会社名', accountId: '会社ID', team: 'チーム', passedAt: '引き渡し日', workedAt: '初回対応日' },
  ...{ returnedAt: '差し戻し日', returnReason: '差し戻し理由', sourceAt: '最終更新日時', name: '商談名' },
  ...{ createdOn: '作成日', stage: 'フェーズ', state: '状態', amount: '金額', closedOn: '受注日', month: '月' },
  ...{ expectedCloseOn: '受注予定日', leadId: 'リードID', owner: '担当者', forecast: 'ヨミ', isNew: '新規既存' },
  ...{ lossReason: '失注理由', stageSince: 'フェーズ変更日', at: '日時', touchKind: '種類', line: '区分' },
  ...{ 'metric:visit': '訪問数', 'metric:lead': 'リード数', 'metric:mql': 'MQL数', 'metric:opportunity': '商談数' },
  ...{ 'metric:won': '受注数', 'metric:revenue': '売上', 'metric:cost': '費用' },
}

async function sheet(kind: ImportKind, by = org.admin): Promise<Sheet> {
  const { columns, pages } = await exportRows(by, kind, (word) => WORDS[word] ?? word)
  return { name: kind, headers: columns.map((column) => HEADERS[column] ?? column), pages }
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

const GIVEN: Record<ImportKind, string> = {
  leads:
    'ID,会社名,会社ID,チャネル,登録日,MQL日,引き渡し日,差し戻し理由,メールアドレス\n' +
    '1,=SUM(A1),A-1,Web,2026-04-01,2026-04-05 10:30:15,2026/4/6,"＋検討, 中止",a@example.com\n' +
    `2,''=x,,展示会,2026-03-31T15:00:00.257Z,,,,\n`,
  opportunities:
    'ID,商談名,会社名,フェーズ,金額,作成日,クローズ日,担当者,ヨミ,新規既存,チャネル,失注理由\n' +
    '1,@案件,B社,提案,"1,000",2026-04-01,2026-09-30,佐藤,A,新規,Web,\n' +
    '2,"改行\nあり",B社,失注,-500,2026-04-02,2026-05-01,,,既存,,価格\n' +
    '3,C,,受注,,2026-04-03,2026-05-02,,,,,\n',
  touches:
    '接点日時,チャネル,種類,会社名\n2026-04-02 10:00,セミナー,－参加,A社\n2026-04-02 10:00,セミナー,－参加,A社\n',
  costs: '月,チャネル,費用\n2026-04,Web,"250,000"\n2026-05,展示会,0\n',
  actuals: '月,区分,チャネル,訪問数,リード数,売上\n2026-04,チャネル,Web,"1,200",,0\n2026-04,既存,,,,-5000\n',
}

describe('what was exported', () => {
  it.each(IMPORT_KINDS)('comes in again as it was, as CSV and as a workbook: %s', async (kind) => {
    await givenImport(org, kind, GIVEN[kind])
    const rows = kind === 'actuals' ? 3 : GIVEN[kind].trim().split(/\n(?=\d|2026)/).length - 1
    const unchanged = { created: 0, updated: 0, older: 0, refused: 0, unchanged: rows }
    const csv = await whole(utf8File(await sheet(kind)))
    expect((await givenImport(org, kind, csv)).counts).toEqual(unchanged)
    const workbook = await whole(workbookFile([await sheet(kind)]))
    expect((await givenImport(org, kind, workbook)).counts).toEqual(unchanged)
    expect((await whole(utf8File(await sheet(kind)))).equals(csv)).toBe(true)
  })

  it('runs no formula: text gets a leading quote, numbers stay numbers', async () => {
    await givenImport(org, 'leads', GIVEN.leads)
    await givenImport(org, 'opportunities', GIVEN.opportunities)
    const leads = (await whole(utf8File(await sheet('leads')))).toString()
    expect(leads).toContain(",'=SUM(A1),")
    expect(leads).toContain(`"'＋検討, 中止"`)
    expect(leads).toContain(",''=x,")
    expect(leads.startsWith('\ufeffID,')).toBe(true)
    const deals = await readSheet(await whole(workbookFile([await sheet('opportunities')])))
    expect(deals.flat()).toContain("'@案件")
    expect(deals.flat()).toContain(-500)
    expect(deals.flat()).toContain(1000)
  })

  it('names all columns, and none of them is a name, telephone or address of a person', async () => {
    expect(exportColumns('leads', await stages(org.admin))).toEqual([
      ...['externalId', 'reached:lead', 'reached:mql', 'channel', 'campaign', 'accountName', 'accountId', 'team'],
      ...['passedAt', 'workedAt', 'returnedAt', 'returnReason', 'sourceAt'],
    ])
  })

  it('holds only teams within reach', async () => {
    await givenImport(org, 'leads', GIVEN.leads)
    const { teamId } = await addTeam(org.admin, { name: '別部門' })
    const limited = await givenMember(org, 'marketer', { teamIds: [teamId] })
    expect((await whole(utf8File(await sheet('leads', limited)))).toString().trim().split('\r\n')).toHaveLength(1)
    const all = await whole(utf8File(await sheet('leads')))
    expect(all.toString().trim().split('\r\n')).toHaveLength(3)
  })

  it.each(['accounts', 'campaigns', 'channels', 'stages', 'teams', 'plans'] as const)('%s come out', async (table) => {
    await givenImport(org, 'leads', GIVEN.leads)
    const { columns, pages } = await exportRows(org.admin, table, (word) => word)
    const rows = []
    for await (const page of pages) rows.push(...page)
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
    expect(rows.length).toBe({ accounts: 2, campaigns: 0, channels: 5, stages: 5, teams: 1, plans: 0 }[table])
  })
})

describe('credits', () => {
  it('come out for each month, channel and model, closed months as they were frozen', async () => {
    await givenTouches(org, [
      ['Web', '2026-04-10'],
      ['展示会', '2026-05-01'],
    ])
    await givenWon(org)
    await givenWon(org, { identity: 'x:O2', account: { name: 'B社' }, closedOn: '2026-05-31', amount: 7 })
    const cell = { month: '2026-05', line: 'existing', channelId: null, metric: 'revenue', value: 1 } as const
    await saveActuals(org.admin, { teamId: org.rootId, cells: [cell] })
    await closeMonths(org.admin, { teamId: org.rootId, through: '2026-05', today: '2026-10-05' })
    await givenTouches(org, [['Web', '2026-05-01']], 'B社')
    const { columns, pages } = await exportRows(await reader(org), 'attribution', (word) => word)
    const rows: ExportCell[][] = []
    for await (const page of pages) rows.push(...page)
    const of = (model: string) =>
      rows
        .map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])))
        .filter((row) => row.model === `models.${model}`)
        .map(({ month, isNew, channel, amount, deals, frozen }) => [
          month,
          isNew,
          channel,
          amount,
          deals,
          frozen !== null,
        ])
    expect(of('linear')).toEqual([
      ['2026-05', 'isNew.new', 'noTouch', 7, 1, true],
      ...['Web', '展示会'].map((channel) => ['2026-06', 'isNew.new', channel, 500_000, 0.5, false]),
    ])
    expect(of('first')).toHaveLength(2)
    const { teamId } = await addTeam(org.admin, { name: '別部門' })
    const limited = await givenMember(org, 'executive', { teamIds: [teamId] })
    await expect((await exportRows(limited, 'attribution', (word) => word)).pages.next()).resolves.toMatchObject({
      done: true,
    })
  })
})

describe('CP932', () => {
  const one: Sheet = {
    name: 'x',
    headers: ['会社名'],
    pages: (async function* () {
      yield [['髙﨑㈱①～'], ['東京😀'], ['東京😀〜']]
    })(),
  }

  it('holds what Excel writes; what it does not have is listed', async () => {
    const replaced: string[] = []
    const bytes = inCp932('髙﨑㈱①～－\\~ｱ é😀〜', (character, by) => replaced.push(`${character}→${by}`))
    expect(iconv.decode(bytes, 'cp932')).toBe('髙﨑㈱①～－\\~ｱ ??～')
    expect(replaced).toEqual(['é→?', '😀→?', '〜→～'])
  })

  it('has a list of replaced characters with their counts', async () => {
    const text = (await whole(replacedFile(one, ['文字', '符号位置', '置き換え', '件数']))).toString()
    expect(text).toBe('\ufeff文字,符号位置,置き換え,件数\r\n😀,U+1F600,?,2\r\n〜,U+301C,～,1\r\n')
  })

  it('comes in again', async () => {
    await givenImport(org, 'leads', 'ID,会社名,チャネル,登録日\n1,髙﨑㈱,Web,2026-04-01\n')
    const { counts } = await givenImport(org, 'leads', await whole(cp932File(await sheet('leads'))))
    expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  })
})
