import http from 'node:http'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { logIn, newcomer, signUp } from './journey'

test('every page carries a strict policy, and its scripts the nonce of the policy', async ({ page }) => {
  const reports: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) reports.push(message.text())
  })
  const response = await page.goto('/login')
  const headers = response?.headers() ?? {}
  const policy = headers['content-security-policy'] ?? ''
  const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1]
  expect(nonce).toBeTruthy()
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/script-src[^;]*'unsafe/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
  expect(headers['x-powered-by']).toBeUndefined()
  const html = (await response?.text()) ?? ''
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
  expect(reports).toEqual([])
})

test('a foreign or hidden origin may not write, the own one may', async ({ request, baseURL }) => {
  const post = (headers: Record<string, string>) =>
    request.post('/login', { headers, data: 'x', failOnStatusCode: false })
  for (const origin of ['https://evil.example', 'null']) expect((await post({ origin })).status()).toBe(403)
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403)
  expect((await post({ origin: baseURL ?? '' })).status()).not.toBe(403)
})

test('no address slips past the refusal because it begins like one that is let through', async ({ request }) => {
  for (const path of ['/iconx', '/icon/2026/plan', '/api/healthx', '/_next/imagex', '/_next/staticx']) {
    const foreign = await request.post(path, { headers: { origin: 'https://evil.example' }, failOnStatusCode: false })
    expect(foreign.status(), path).toBe(403)
    const page = await request.get(path, { failOnStatusCode: false, maxRedirects: 0 })
    expect(page.headers()['content-security-policy'], path).toContain("frame-ancestors 'none'")
  }
  expect((await request.get('/icon.svg')).status()).toBe(200)
})

test('a body above the limit is refused before it is read', async ({ request, baseURL }) => {
  const send = (bytes: number) =>
    request.post('/login', { headers: { origin: baseURL ?? '' }, data: 'x'.repeat(bytes), failOnStatusCode: false })
  expect((await send(1_000_001)).status()).toBe(413)
  expect((await send(1_000)).status()).not.toBe(413)
})

test('a body that does not say how long it is, is refused before it is read', async ({ baseURL }) => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { origin: baseURL ?? '', 'content-type': 'text/plain', 'transfer-encoding': 'chunked' }
    const sent = http.request(`${baseURL}/login`, { method: 'POST', headers }, (answer) => resolve(answer.statusCode))
    sent.on('error', reject)
    sent.end('x'.repeat(2_000_000))
  })
  expect(status).toBe(411)
})

/** Numbers of the actions that a page's forms send to, by the fields that stand in the same form. */
async function actionsOf(request: APIRequestContext, path: string): Promise<{ open: string; form: string }> {
  const html = (await (await request.get(path)).text()).replaceAll('&quot;', '"')
  const open = /\$ACTION_ID_([0-9a-f]+)/.exec(html)?.[1]
  const form = /"id":"([0-9a-f]{42})"/.exec(html)?.[1]
  if (!open || !form) throw new Error('the page has no forms')
  return { open, form }
}

test('a call made by hand with anything in its place is never a fault', async ({ request, baseURL }) => {
  const { open, form } = await actionsOf(request, '/login')
  const call = (action: string, data: string) =>
    request.post('/login', {
      headers: {
        origin: baseURL ?? '',
        'next-action': action,
        'content-type': 'text/plain',
        accept: 'text/x-component',
      },
      data,
      failOnStatusCode: false,
    })
  const given = [
    '[]',
    '[null]',
    '[null,null]',
    '[{"locale":"xx"}]',
    '["x","y"]',
    '[{},{}]',
    '[{"__proto__":{"a":1}},[]]',
  ]
  for (const action of [open, form]) {
    for (const data of given) {
      const answer = await call(action, data)
      expect(answer.status(), `${action} ${data}`).toBe(200)
      expect(await answer.text(), `${action} ${data}`).not.toContain('"digest"')
    }
  }
  const multipart = { [`$ACTION_ID_${open}`]: '', locale: 'xx', more: 'y' }
  const plain = await request.post('/login', { headers: { origin: baseURL ?? '' }, multipart, failOnStatusCode: false })
  expect(plain.status()).toBe(200)
  expect(plain.headers()['set-cookie']).toBeUndefined()
  // The positive control: the same form with a language that exists.
  const right = { [`$ACTION_ID_${open}`]: '', locale: 'en' }
  const chosen = await request.post('/login', { headers: { origin: baseURL ?? '' }, multipart: right })
  expect(chosen.headers()['set-cookie']).toContain('locale=en')
})

test('another organisation is a page that does not exist', async ({ page, context }) => {
  await signUp(page, newcomer('組織Aの人'))
  const theirs = page.url()
  await context.clearCookies()
  await signUp(page, newcomer('組織Bの人'))
  const own = page.url()
  const ownTeam = new URL(own).pathname.split('/')[1] ?? ''
  const unknown = own.replace(ownTeam, '01990000-0000-7000-8000-000000000000')
  for (const screen of ['overview', 'plan', 'actuals', 'plan-vs-actual']) {
    const foreign = await page.goto(theirs.replace('overview', screen))
    expect(foreign?.status(), screen).toBe(404)
    const foreignText = await page.locator('main').innerText()
    const missing = await page.goto(unknown.replace('overview', screen))
    expect(missing?.status()).toBe(404)
    expect(await page.locator('main').innerText()).toBe(foreignText)
    // The positive control: the same screen of one's own.
    expect((await page.goto(own.replace('overview', screen)))?.status(), screen).toBe(200)
  }
})

test('odd addresses are not found, and never a fault', async ({ page }) => {
  await signUp(page, newcomer('変なURLの人'))
  const own = page.url()
  for (const year of ['0', '99999', 'NaN', '2026.5', '-1', "2026'--", '__proto__']) {
    expect((await page.goto(own.replace('/2026/', `/${encodeURIComponent(year)}/`)))?.status(), year).toBe(404)
  }
})

test('a session that was logged out, or altered, is worth nothing', async ({ page, context }) => {
  const person = newcomer('退出した人')
  await signUp(page, person)
  const home = page.url()
  const [cookie] = (await context.cookies()).filter(({ name }) => name === 'gyakusan')
  if (!cookie) throw new Error('no session cookie')
  expect(cookie.httpOnly).toBe(true)
  expect(cookie.sameSite).toBe('Lax')

  const flipped = cookie.value.slice(0, -2) + (cookie.value.endsWith('A') ? 'BB' : 'AA')
  await context.addCookies([{ ...cookie, value: flipped }])
  await page.goto(home)
  await expect(page).toHaveURL(/\/login/)

  await context.addCookies([cookie])
  await page.goto(home)
  await expect(page).toHaveURL(home)
  await page.getByRole('button', { name: /退出した人/ }).click()
  await page.getByRole('menuitem', { name: 'ログアウト' }).click()
  await expect(page).toHaveURL(/\/login/)
  await context.addCookies([cookie])
  await page.goto(home)
  await expect(page).toHaveURL(/\/login/)
})

test('logging in gives a session of its own: an earlier cookie is not taken over', async ({ page, context }) => {
  const person = newcomer('固定攻撃の人')
  await signUp(page, person)
  const first = (await context.cookies()).find(({ name }) => name === 'gyakusan')?.value
  await context.clearCookies()
  await logIn(page, person)
  await expect(page).toHaveURL(/overview$/)
  const second = (await context.cookies()).find(({ name }) => name === 'gyakusan')?.value
  expect(second).toBeTruthy()
  expect(second).not.toBe(first)
})

test('the server says that it lives and that it is ready', async ({ request }) => {
  expect(await (await request.get('/api/health/live')).json()).toEqual({ live: true })
  expect(await (await request.get('/api/health/ready')).json()).toEqual({ ready: true })
})

test("next-auth's own endpoint checks the same password under the same limits", async ({
  page,
  playwright,
  baseURL,
}) => {
  const person = newcomer('APIの人')
  await signUp(page, person)
  const attempt = async (password: string) => {
    const fresh = await playwright.request.newContext({ baseURL })
    const { csrfToken } = await (await fresh.get('/api/auth/csrf')).json()
    await fresh.post('/api/auth/callback/credentials', {
      form: { csrfToken, email: person.email, password, json: 'true' },
      headers: { origin: baseURL ?? '' },
      failOnStatusCode: false,
    })
    const names = (await fresh.storageState()).cookies.map(({ name }) => name)
    await fresh.dispose()
    return names.includes('gyakusan')
  }
  expect(await attempt('wrong-wrong')).toBe(false)
  expect(await attempt(person.password)).toBe(true)
  for (let i = 0; i < 5; i++) expect(await attempt('wrong-wrong')).toBe(false)
  expect(await attempt(person.password)).toBe(false)
})

test("signing out at next-auth's own endpoint ends the session, wherever its cookie was copied to", async ({
  page,
  context,
}) => {
  await signUp(page, newcomer('別口で退出した人'))
  const home = page.url()
  const copied = (await context.cookies()).filter(({ name }) => name === 'gyakusan')
  const session = () => page.evaluate(() => fetch('/api/auth/session').then((answer) => answer.json()))
  expect(await session()).toHaveProperty('expires')
  await page.evaluate(async () => {
    const { csrfToken } = await (await fetch('/api/auth/csrf')).json()
    await fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }) })
  })
  await context.addCookies(copied)
  expect(await session()).toEqual({})
  await page.goto(home)
  await expect(page).toHaveURL(/\/login/)
})

test("a forged sign-out without next-auth's token ends nothing", async ({ page }) => {
  await signUp(page, newcomer('退出していない人'))
  const home = page.url()
  await page.evaluate(() => fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ json: 'true' }) }))
  await page.goto(home)
  await expect(page).toHaveURL(home)
})

test("next-auth's endpoints answer odd requests in the one form of errors, and lead to no other site", async ({
  request,
  baseURL,
}) => {
  const origin = baseURL ?? ''
  for (const path of ['signout', 'callback/credentials', 'callback/github', 'verify-request', 'constructor']) {
    const answer = await request.get(`/api/auth/${path}`, { failOnStatusCode: false })
    expect(answer.status(), path).toBe(404)
    expect((await answer.json()).error, path).toMatchObject({ code: 'notFound' })
  }
  const headers = { origin, 'content-type': 'application/json' }
  for (const data of ['{oops', '', '7', 'null']) {
    const answer = await request.post('/api/auth/callback/credentials', { headers, data, failOnStatusCode: false })
    expect([data, answer.status()]).toEqual([data, 422])
  }
  for (const callbackUrl of ['http://[oops', 'https://evil.example/', '//evil.example', 'javascript:alert(1)']) {
    const answer = await request.get('/api/auth/signin', { params: { callbackUrl }, maxRedirects: 0 })
    expect(answer.status(), callbackUrl).toBe(302)
    expect(decodeURIComponent(answer.headers().location ?? '')).toBe(`/login?callbackUrl=${origin}/`)
  }
})
