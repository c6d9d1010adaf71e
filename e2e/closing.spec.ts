import { expect, type Page, test } from '@playwright/test'
import { newcomer, signUp } from './journey'
import { activate, goTo, lineOf, pasteAt, planOneChannel } from './year'

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]

/** Year 2025 with the plan of the first journey: all of its months are over. */
async function lastYearsPlan(page: Page): Promise<void> {
  await signUp(page, newcomer('佐藤 健'))
  await page.goto(page.url().replace('/2026/', '/2025/'))
  await planOneChannel(page)
  await activate(page)
}

test('a year is entered and closed month by month; it lands on its actuals; a correction leaves its trace', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await lastYearsPlan(page)
  await goTo(page, 'actuals')

  await test.step('twelve months, each entered and then closed', async () => {
    for (const [i, month] of MONTHS.entries()) {
      const year = month >= 4 ? 2025 : 2026
      // Revenue 9,100,000, 9,200,000 … 10,200,000: 115,800,000 in the year.
      const revenue = String(9_100_000 + i * 100_000)
      const values = ['12000', '111', '33', '13', '3', revenue, '1500000'].map((value) => [value])
      await pasteAt(page, new RegExp(`^Web 訪問 ${year}年${month}月`), values)
      // The last month stands alone: there is nothing to choose.
      if (i < MONTHS.length - 1) await page.getByLabel('締める月').selectOption({ label: `${month}月` })
      await page.getByRole('button', { name: new RegExp(`^${month}月を締める`) }).click()
      await expect(page.getByText(`${month}月まで締めました。`)).toBeVisible()
    }
  })

  await test.step('nothing is left to forecast: landing is what was entered', async () => {
    await goTo(page, 'plan-vs-actual')
    const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
    await expect(sheet).toBeVisible()
    expect(await lineOf(sheet, '売上', '実績', ['通期'])).toEqual(['115,800'])
    await expect(page.getByRole('region', { name: '要約' })).toContainText(/通期の着地\s*115,800/)
  })

  await test.step('a closed cell is corrected with a reason', async () => {
    await goTo(page, 'actuals')
    await page.getByRole('gridcell', { name: /^Web 売上 2026年3月/ }).click()
    await page.keyboard.type('8200000')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('訂正の理由').fill('失注により200万円を減額')
    await dialog.getByRole('button', { name: '訂正を保存' }).click()
    await expect(page.getByText(/セルを保存しました/).first()).toBeVisible()
    await page.reload()
    const cell = page.getByRole('gridcell', { name: /^Web 売上 2026年3月/ })
    await expect(cell).toContainText('8,200,000')
    await cell.click()
    await expect(page.getByRole('main')).toContainText('失注により200万円を減額')
  })

  await test.step('corrected and as closed are two views of the same books', async () => {
    await goTo(page, 'plan-vs-actual')
    const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
    await expect(sheet).toBeVisible()
    expect(await lineOf(sheet, '売上', '実績', ['3月', '通期'])).toEqual(['8,200', '113,800'])
    await page.getByText('締め時点', { exact: true }).click()
    await expect.poll(() => lineOf(sheet, '売上', '実績', ['3月', '通期'])).toEqual(['10,200', '115,800'])
  })

  await test.step('the last month is opened again with a reason, and only that one', async () => {
    await goTo(page, 'actuals')
    await page.getByRole('button', { name: '3月の締めを解除' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('解除の理由').fill('取引先の検収待ち')
    await dialog.getByRole('button', { name: '締めを解除' }).click()
    await expect(page.getByText('2月まで締めました。')).toBeVisible()
    await expect(page.getByRole('button', { name: '2月の締めを解除' })).toBeVisible()
  })
})

test('scheduled exhibitions: campaigns plan the channel, what they leave open is said in count and yen', async ({
  page,
}) => {
  await signUp(page, newcomer('佐藤 健'))
  await planOneChannel(page)
  await page.getByText('開催予定から計画する').click()
  await activate(page)
  await goTo(page, 'campaigns')
  await page.getByRole('button', { name: '施策を追加' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名前').fill('秋の広告強化')
  await dialog.getByLabel('チャネル').selectOption({ label: 'Web' })
  await dialog.getByLabel('開始日').fill('2026-11-04')
  await dialog.getByLabel('終了日').fill('2026-11-30')
  await dialog.getByLabel('予定数').fill('100,000')
  await dialog.getByLabel('予算').fill('1,200,000')
  await dialog.getByRole('button', { name: '追加', exact: true }).click()
  await expect(page.getByText('「秋の広告強化」を追加しました')).toBeVisible()
  // 148,223 asked, 100,000 planned: 48,223 visits × 810 yen = 39,060,630.
  const uncovered = page.getByRole('table', { name: '日程で計画するチャネルの未手当' })
  await expect(uncovered.getByRole('row', { name: /^Web/ })).toContainText('48,223')
  await expect(uncovered.getByRole('row', { name: /^Web/ })).toContainText('39,061')
  await goTo(page, 'plan-vs-actual')
  const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
  await expect(sheet).toBeVisible()
  // 100,000 visits in November, 900 leads, 270 MQLs, 108 opportunities, 27 won; the budget is the planned cost.
  expect(await lineOf(sheet, '訪問', '計画', ['10月', '11月', '通期'])).toEqual(['0', '100,000', '100,000'])
  expect(await lineOf(sheet, '受注', '計画', ['11月', '通期'])).toEqual(['27', '27'])
  expect(await lineOf(sheet, '費用', '計画', ['11月'])).toEqual(['1,200'])
})
