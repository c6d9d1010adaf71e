/** A file to keep. Its name may hold any character: browsers read the encoded one (RFC 6266). */
export function attachment(chunks: AsyncIterable<Uint8Array>, name: string, type: string): Response {
  const plain = name.replace(/[^\w.-]/g, '_')
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
  return new Response(streamOf(chunks), { headers: { 'content-type': type, 'content-disposition': disposition } })
}

/** Asked for chunk by chunk, so that a slow reader fills no memory. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const each = chunks[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await each.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await each.return?.()
    },
  })
}
