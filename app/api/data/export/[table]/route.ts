import { getTranslations } from 'next-intl/server'
import { cp932File, replacedFile, type Sheet, utf8File, workbookFile } from '#db/exports/files'
import { exportRows } from '#db/exports/rows'
import { stages } from '#db/queries/organisation'
import type { Session } from '#db/queries/session'
import { forbidden, notFound } from '#lib/errors'
import { EXPORT_TABLES, type ExportTable } from '#lib/export/table-names'
import { EXPORT_FORMATS, type ExportFormat } from '#lib/export/tables'
import { fieldLabel } from '#lib/import/field-label'
import { can } from '#lib/permissions'
import { IMPORT_KINDS } from '#lib/records/import'
import { attachment } from '#server/attachment'
import { locale } from '#server/i18n'
import { sessionRoute } from '#server/session-route'
import { today } from '#server/today'

type Context = { readonly params: Promise<{ readonly table: string }> }

const CSV = 'text/csv; charset='
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A table as a file; `all` is a workbook of the whole organisation, a sheet for each table. Credits are for everybody who
 * reads them, the records behind them for those who keep them.
 */
export const GET = sessionRoute<Context>('records.read', async (request, session, { params }) => {
  const { table } = await params
  if (table !== 'attribution' && !can(session, 'records.import')) throw forbidden()
  const format = new URL(request.url).searchParams.get('format') ?? 'csv'
  const wanted = EXPORT_TABLES.filter((each) => table === 'all' || each === table)
  const form = EXPORT_FORMATS.find((each) => each === format)
  if (wanted.length === 0 || form === undefined || (table === 'all' && form !== 'xlsx')) throw notFound()
  const sheets = await Promise.all(wanted.map((each) => sheetOf(session, each)))
  const day = today(session.org.timeZone)
  return fileOf(sheets, form, `${wanted.length > 1 ? session.org.name : sheets[0]?.name}_${day}`)
})

async function sheetOf(session: Session, table: ExportTable): Promise<Sheet> {
  const [t, credits, language, funnel] = await Promise.all([
    ...([getTranslations('data'), getTranslations('attribution'), locale(), stages(session)] as const),
  ])
  const word = (key: string) => (t.has(`values.${key}`) ? t(`values.${key}`) : credits(key))
  const { columns, pages } = await exportRows(session, table, word)
  const kind = IMPORT_KINDS.find((each) => each === table)
  const own = (column: string) => (t.has(`export.columns.${column}`) ? t(`export.columns.${column}`) : null)
  const headers = columns.map((column) =>
    kind ? fieldLabel(t, kind, column, funnel, language) : (own(column) ?? t(`fields.${column}`)),
  )
  return { name: t(`export.tables.${table}`), headers, pages }
}

async function fileOf(sheets: readonly Sheet[], format: ExportFormat, name: string): Promise<Response> {
  const [sheet] = sheets
  if (!sheet) throw notFound()
  if (format === 'xlsx') return attachment(await begun(workbookFile(sheets)), `${name}.xlsx`, WORKBOOK)
  if (format === 'cp932') return attachment(cp932File(sheet), `${name}.csv`, `${CSV}shift_jis`)
  if (format === 'csv') return attachment(utf8File(sheet), `${name}.csv`, `${CSV}utf-8`)
  const t = await getTranslations('data.export.columns')
  const headers = [t('character'), t('codePoint'), t('replacement'), t('count')]
  return attachment(replacedFile(sheet, headers), `${name}_replaced.csv`, `${CSV}utf-8`)
}

/** Makes the first chunk before the answer begins, so that a refusal still has a status of its own. */
async function begun(chunks: AsyncGenerator<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const first = await chunks.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* chunks
  })()
}
