import { expect, test } from '@playwright/test'
import { logIn, newcomer, signUp } from './journey'

test('a newcomer registers an organisation, leaves, and comes back', async ({ page }) => {
  const person = newcomer('佐藤 健')
  await signUp(page, person)
  await expect(page).toHaveURL(/\/2026\/overview$/)
  await page.getByRole('button', { name: /佐藤 健/ }).click()
  await page.getByRole('menuitem', { name: 'ログアウト' }).click()
  await expect(page).toHaveURL(/\/login$/)
  await page.goBack()
  await page.reload()
  await expect(page).toHaveURL(/\/login/)
  await logIn(page, person)
  await expect(page).toHaveURL(/\/2026\/overview$/)
  await page.goto('/settings')
  for (const channel of ['Web', '展示会', 'セミナー', '広告', '紹介']) {
    await expect(page.getByRole('listitem').filter({ hasText: channel })).toHaveCount(1)
  }
})

test('a fiscal year that starts in January begins in January', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await signUp(page, { ...newcomer('田中 一郎'), fiscalStart: '1月' })
  await expect(page.getByText('2026年1月–2026年12月').first()).toBeVisible()
})

test('a faulty sign-up names each field and keeps what was typed', async ({ page }) => {
  await page.goto('/signup')
  await page.getByLabel('組織名').fill('みほん株式会社')
  await page.getByLabel('氏名').fill('佐藤 健')
  await page.getByLabel('メールアドレス').fill('sato@example.co.jp')
  await page.getByLabel('パスワード').fill('password1')
  await page.getByRole('button', { name: '登録して始める' }).click()
  await expect(page.getByText('よく使われるパスワードです。')).toBeVisible()
  await expect(page.getByLabel('組織名')).toHaveValue('みほん株式会社')
  await expect(page.getByLabel('メールアドレス')).toHaveValue('sato@example.co.jp')
  await page.getByLabel('パスワード').fill('短い')
  await page.getByRole('button', { name: '登録して始める' }).click()
  await expect(page.getByText('パスワードが短すぎます。')).toBeVisible()
})

test('an address that is taken is refused, also in full width and capitals', async ({ page, context }) => {
  const person = newcomer('鈴木 美咲')
  await signUp(page, person)
  await context.clearCookies()
  await signUp(page, { ...person, email: person.email.toUpperCase().replace('@', '＠') }, { noValidate: true })
  await expect(page.getByText('このメールアドレスは登録済みです。').first()).toBeVisible()
})

test('a wrong password and an unknown address read the same; the sixth attempt must wait', async ({
  page,
  context,
}) => {
  const person = newcomer('高橋 直子')
  await signUp(page, person)
  await context.clearCookies()
  await logIn(page, { email: `nobody-${person.email}`, password: 'wrong-wrong' })
  await expect(page.getByText('メールアドレスまたはパスワードが違います。')).toBeVisible()
  for (let attempt = 0; attempt < 5; attempt++) {
    await logIn(page, { ...person, password: 'wrong-wrong' })
    await expect(page.getByText('メールアドレスまたはパスワードが違います。')).toBeVisible()
  }
  await expect(page.getByLabel('メールアドレス')).toHaveValue(person.email)
  await logIn(page, person)
  await expect(page.getByText('ログインの失敗が続いたため')).toBeVisible()
})

test('a deep link leads through the log-in to its page, a foreign one to the front door', async ({ page, context }) => {
  const person = newcomer('山本 大輔')
  await signUp(page, person)
  await expect(page).toHaveURL(/overview$/)
  const plan = page.url().replace('overview', 'plan')
  await context.clearCookies()
  await page.goto(plan)
  await expect(page).toHaveURL(/\/login\?next=/)
  await logIn(page, person, { stay: true })
  await expect(page).toHaveURL(plan)
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'https://evil.example/',
    '/%0d%0aSet-Cookie:x=1',
  ]) {
    await context.clearCookies()
    await page.goto(`/login?next=${encodeURIComponent(evil)}`)
    await logIn(page, person, { stay: true })
    await expect(page).toHaveURL(new RegExp(`^${new URL(plan).origin}/(?!login)`))
  }
})

test('the language changes and stays', async ({ page }) => {
  await page.goto('/login')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible()
  await page.goto('/signup')
  await expect(page.getByRole('heading', { name: 'Register an organisation' })).toBeVisible()
  await page.getByRole('button', { name: '日本語' }).click()
  await expect(page.getByRole('heading', { name: '組織を登録' })).toBeVisible()
})

test('logging in works without JavaScript', async ({ browser, page }) => {
  const person = newcomer('伊藤 花')
  await signUp(page, person)
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: test.info().project.use.baseURL })
  const bare = await plain.newPage()
  await logIn(bare, person)
  await expect(bare).toHaveURL(/overview$/)
  await plain.close()
})

test('logging out everywhere ends the log-ins left on other devices', async ({ browser, page, baseURL }) => {
  const person = newcomer('渡辺 誠')
  await signUp(page, person)
  const home = page.url()
  const elsewhere = await browser.newContext({ baseURL })
  const other = await elsewhere.newPage()
  await logIn(other, person)
  await expect(other).toHaveURL(/overview$/)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'すべての端末からログアウト' }).click()
  await expect(page).toHaveURL(/\/login/)
  await other.goto(home)
  await expect(other).toHaveURL(/\/login/)
  await elsewhere.close()
})

test("the person's menu changes language and theme, and both stay", async ({ page }) => {
  await signUp(page, newcomer('小林 愛'))
  await page.getByRole('button', { name: /小林 愛/ }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: /小林 愛/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect
    .poll(async () => (await page.context().cookies()).some(({ name, value }) => name === 'theme' && value === 'dark'))
    .toBe(true)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
