import { expect, test } from '@playwright/test'
import { goTo, halfAYear, lineOf } from './year'

/*
 * By hand. Plan: 148,223 visits, 12,352 a month and 12,351 in March: 74,112 to September, 74,111 after it. A visit is worth
 * 0.9 % × 30 % × 40 % × 25 % × 3,000,000 = 810 yen.
 * Landing at planned rates: 54,000,000 + 74,111 × 810 = 114,029,910, 95 % of 120,000,000.
 * Observed: visit → lead (600 + 20 × 0.009) ÷ (72,000 + 20) = 0.0083335185; lead → MQL (180 + 6) ÷ 620 = 30 %,
 * MQL → opportunity (72 + 8) ÷ 200 = 40 %, opportunity → won (18 + 5) ÷ 92 = 25 %, deal (54 + 15 million) ÷ 23 = 3,000,000:
 * 54,000,000 + 74,111 × 0.0083335185 × 3 % × 3,000,000 = 109,584,485, 91 %.
 * At the pace of the last three months, 36,000 ÷ 37,056: 54,000,000 + 55,584,485 × 0.9715026 = 108,000,471.
 * Bridge: visits (72,000 − 74,112) × 810 = −1,710,720; leads (600 − 648) × 90,000 = −4,320,000; the other rates and the
 * deal size 0; timing 74,112 × 810 − 60,000,000 = +30,720. Together 54,000,000 − 60,000,000 = −6,000,000.
 */
test('landing and gap are those worked out by hand, on plan vs actual, home and the copied table', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await halfAYear(page)
  await goTo(page, 'plan-vs-actual')
  const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
  await expect(sheet).toBeVisible()

  await test.step('where the year lands, three ways', async () => {
    const strip = page.getByRole('region', { name: '要約' })
    await expect(strip).toContainText(/着地見込（実績率）\s*109,584/)
    await expect(strip).toContainText(/着地見込（計画率）\s*114,030/)
    await expect(strip).toContainText(/着地見込（実績ペース）\s*108,000/)
    await expect(strip).toContainText('91%')
    await expect(strip).toContainText('95%')
    expect(await lineOf(sheet, '売上', '着地見込', ['通期'])).toEqual(['109,584'])
  })

  await test.step('why the gap: effects that add up to −6,000', async () => {
    const bridge = page.getByRole('table', { name: /差異の要因分解/ })
    for (const [name, amount] of [
      ['計画', '60,000'],
      ['訪問数', '−1,711'],
      ['訪問→リード率', '−4,320'],
      ['リード→MQL率', '±0'],
      ['単価', '±0'],
      ['期ずれ', '+31'],
      ['実績', '54,000'],
    ] as const) {
      await expect(bridge.getByRole('row', { name: new RegExp(`^${name}`) }).first()).toContainText(amount)
    }
    await expect(page.getByRole('main')).toContainText('−4,320千円')
  })

  await test.step('rates, cost per lead and return', async () => {
    expect(await lineOf(sheet, '訪問→リード率', '実績', ['通期'])).toEqual(['0.8%'])
    expect(await lineOf(sheet, '商談→受注率', '実績', ['上期', '通期'])).toEqual(['25.0%', '25.0%'])
    // 9,000,000 ÷ 600 leads; (54 − 9 million) ÷ 9 million.
    expect(await lineOf(sheet, 'CPL', '実績', ['通期'])).toEqual(['15,000'])
    expect(await lineOf(sheet, 'ROI', '実績', ['通期'])).toEqual(['500%'])
  })

  await test.step('the copied table holds the same figures, unrounded', async () => {
    await page.getByRole('button', { name: '表をコピー' }).click()
    await expect(page.getByText(/表をコピーしました/)).toBeVisible()
    const rows = (await page.evaluate(() => navigator.clipboard.readText()))
      .split(/\r?\n/)
      .map((row) => row.split('\t'))
    const year = (rows[0] ?? []).indexOf('通期')
    const figure = (name: string, line: string) => rows.find((row) => row[0] === name && row[1] === line)?.[year]
    expect(figure('売上', '計画')).toBe('120000000')
    expect(figure('売上', '実績')).toBe('54000000')
    expect(figure('売上', '着地見込')).toBe('109584485')
    expect(figure('訪問', '実績')).toBe('72000')
  })

  await test.step('home says the same', async () => {
    await goTo(page, 'overview')
    const main = page.getByRole('main')
    await expect(main).toContainText('109,584')
    await expect(main).toContainText('見込達成率 91%')
    await expect(main).toContainText('計画率では 114,030、実績ペースでは 108,000')
    await expect(main).toContainText('−4,320')
    await expect(main).toContainText('計画 60,000 → 実績 54,000')
  })

  await test.step('on a phone home and table are read without a sideways scroll of the page', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.getByRole('main')).toContainText('見込達成率 91%')
    for (const screen of ['overview', 'plan-vs-actual']) {
      await goTo(page, screen)
      await expect(page.getByRole('main')).toContainText('109,584')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
  })
})

test('sales tell what they expect of their own: the landing takes it, with who and why', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await halfAYear(page)
  await goTo(page, 'plan-vs-actual')
  const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
  await page.getByRole('button', { name: '営業独自の着地見込を変更' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/10月/).fill('2,500,000')
  await dialog.getByRole('button', { name: '見込を保存' }).click()
  await expect(dialog).toContainText('理由が空欄です')
  await dialog.getByLabel('変更の理由').fill('大型案件の受注が確実なため')
  await dialog.getByRole('button', { name: '見込を保存' }).click()
  await expect(dialog).toHaveCount(0)
  // 109,584,485 + 2,500,000
  await expect.poll(() => lineOf(sheet, '売上', '着地見込', ['通期'])).toEqual(['112,084'])
})
