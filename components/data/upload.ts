/** A file is on the server, or why it is not: a sentence, or null when nobody answered. */
export type Uploaded = { readonly fileId: string } | { readonly refusal: string | null }

/** Sends a file as it is, and tells how much of it has gone. XMLHttpRequest: fetch cannot tell. */
export function upload(file: File, told: (share: number) => void, signal: AbortSignal): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/data/files')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(answered(request.response))
    request.onerror = () => resolve({ refusal: null })
    request.onabort = () => resolve({ refusal: null })
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function answered(response: unknown): Uploaded {
  if (!isObject(response)) return { refusal: null }
  if (typeof response.fileId === 'string') return { fileId: response.fileId }
  const { error } = response
  return { refusal: isObject(error) && typeof error.message === 'string' ? error.message : null }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
