import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { newcomer, signUp } from './journey'

test('on a phone the menu opens, gives the focus back, and leads to another screen', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: 'ja-JP', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await signUp(page, newcomer('田中 美咲'))
  const open = page.getByRole('button', { name: 'メニューを開く' })
  const menu = page.getByRole('dialog', { name: '逆算' })
  await open.click()
  await expect(menu.getByRole('link', { name: '予実' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(open).toBeFocused()
  await open.click()
  await menu.getByRole('link', { name: '予実' }).click()
  await expect(page.getByRole('heading', { name: '予実', level: 1 })).toBeVisible()
  await expect(menu).toHaveCount(0)
  await expect(page.getByText('有効な計画がありません')).toBeVisible()
  await context.close()
})

test('every drawing of the shell has its picture', async ({ page }) => {
  await signUp(page, newcomer('田中 美咲'))
  const pictures = page
    .locator('[data-drawing]')
    .evaluateAll((all) =>
      all.map((each) => [each.getAttribute('data-drawing'), getComputedStyle(each, '::before').maskImage.slice(0, 14)]),
    )
  const known = new Map((await pictures) as [string, string][])
  expect([...known.keys()]).toEqual(expect.arrayContaining(['house', 'table', 'database', 'settings', 'menu']))
  for (const [name, picture] of known) expect(picture, name).toBe('url("data:imag')
})

test('a page that does not exist says so and leads home', async ({ page }) => {
  await signUp(page, newcomer('田中 美咲'))
  await page.goto(page.url().replace('/overview', '/nothing'))
  await expect(page.getByRole('heading', { name: 'ページが見つかりません' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('link', { name: 'ホームへ' }).click()
  await expect(page).toHaveURL(/\/overview$/)
})

test('opening a screen asks the server for that screen alone; a link is fetched when it is followed', async ({
  page,
}) => {
  await signUp(page, newcomer('田中 美咲'))
  const asked: string[] = []
  page.on('request', (request) => {
    if (['document', 'fetch'].includes(request.resourceType())) asked.push(new URL(request.url()).pathname)
  })
  await page.reload({ waitUntil: 'networkidle' })
  const home = new URL(page.url()).pathname
  expect(asked).toEqual([home])
  await page.getByRole('link', { name: '計画', exact: true }).click()
  await expect(page.getByLabel('KGI（目標売上）')).toBeVisible()
  expect(asked.slice(1)).toEqual([home.replace('overview', 'plan')])
})

test('paper is white, also when it is printed from a dark screen, which is dark again afterwards', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'dark' })
  await signUp(page, newcomer('田中 美咲'))
  await expect(page.getByRole('heading', { name: 'ホーム', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /田中 美咲/ })).toBeVisible()
  const dark = await paper()
  expect(dark).not.toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ media: 'print' })
  await expect.poll(paper).toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ media: 'screen' })
  await expect.poll(paper).toBe(dark)
})
