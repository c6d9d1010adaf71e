import http from 'node:http'
import { type BrowserContext, expect, test } from '@playwright/test'
import { newcomer, signUp } from './journey'

const cookieOf = async (context: BrowserContext) =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

/** Sends the beginning of a body of a stated length; the answer's status, and how much had gone when it came. */
function begun(url: string, headers: Record<string, string>, chunk: Buffer) {
  return new Promise<{ status: number; sent: number; body: string }>((resolve, reject) => {
    let sent = 0
    const request = http.request(url, { method: 'POST', headers }, (answer) => {
      let body = ''
      answer.on('data', (part: Buffer) => {
        body += part.toString()
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, sent, body }))
      // Whoever was refused may see the line cut.
      answer.on('error', () => resolve({ status: answer.statusCode ?? 0, sent, body }))
    })
    request.on('error', reject)
    request.write(chunk, () => {
      sent += chunk.length
    })
  })
}

test('200 MB are refused before they are sent; a small file is taken', async ({ page, context, baseURL }) => {
  await signUp(page, newcomer('佐藤 健'))
  const own = { cookie: await cookieOf(context), origin: baseURL ?? '' }
  const url = `${baseURL}/api/data/files`
  const refused = await begun(url, { ...own, 'content-length': '200000000' }, Buffer.alloc(16_384, 'x'))
  expect(refused.status).toBe(413)
  expect(refused.sent).toBeLessThanOrEqual(16_384)
  expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'fileTooLarge', requestId: expect.any(String) } })
  const small = await page.request.post(url, { headers: { origin: own.origin }, data: Buffer.from('ID\n1\n') })
  expect([small.status(), await small.json()]).toEqual([
    200,
    { fileId: expect.stringMatching(/^[0-9a-f]{32}$/), bytes: 5 },
  ])
})

test('another site’s page may not upload, nor may anybody who is not logged in', async ({ page, request, baseURL }) => {
  await signUp(page, newcomer('佐藤 健'))
  const url = `${baseURL}/api/data/files`
  const upload = (headers: Record<string, string>) => page.request.post(url, { headers, data: Buffer.from('ID\n1\n') })
  const foreign = ['https://evil.example', 'null', `${baseURL}.evil.example`]
  for (const origin of foreign) expect([origin, (await upload({ origin })).status()]).toEqual([origin, 403])
  expect((await upload({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403)
  expect((await upload({ origin: baseURL ?? '' })).status()).toBe(200)
  const anonymous = await request.post(url, { headers: { origin: baseURL ?? '' }, data: Buffer.from('ID\n1\n') })
  expect(anonymous.status()).toBe(401)
})
