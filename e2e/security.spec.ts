import { expect, test } from '@playwright/test'
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

test('a body above the limit is refused before it is read', async ({ request, baseURL }) => {
  const send = (bytes: number) =>
    request.post('/login', { headers: { origin: baseURL ?? '' }, data: 'x'.repeat(bytes), failOnStatusCode: false })
  expect((await send(1_000_001)).status()).toBe(413)
  expect((await send(1_000)).status()).not.toBe(413)
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
