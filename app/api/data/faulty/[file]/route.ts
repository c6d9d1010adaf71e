import { faultyRows } from '#db/imports/spool'
import { attachment } from '#server/attachment'
import { sessionRoute } from '#server/session-route'

type Context = { readonly params: Promise<{ readonly file: string }> }

/** The faulty rows of an import, for whoever ran it: to correct and import again. */
export const GET = sessionRoute<Context>('records.import', async (_, session, { params }) =>
  attachment(await faultyRows(session, (await params).file), 'faulty-rows.csv', 'text/csv; charset=utf-8'),
)
