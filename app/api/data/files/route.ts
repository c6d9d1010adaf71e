import { keepUpload } from '#db/imports/spool'
import { AppError, invalid } from '#lib/errors'
import { MOST_BYTES } from '#lib/import/limits'
import { sessionRoute } from '#server/session-route'

export const dynamic = 'force-dynamic'

/** Takes a file as it comes. One that says that it is too large is refused before its first byte. */
export const POST = sessionRoute('records.import', async (request, session) => {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw new AppError('invalid', 'fileTooLarge')
  if (!request.body) throw invalid('fileEmpty')
  const { fileId, bytes } = await keepUpload(session, request.body)
  return Response.json({ fileId, bytes })
})
