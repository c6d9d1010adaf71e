import { expect, test } from '@playwright/test'
import { newcomer, signUp } from './journey'
import { activate, goTo, lineOf, pasteAt, planOneChannel } from './year'

test('from sign-up to plan against actual, with figures worked out by hand', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signUp(page, newcomer('佐藤 健'))

  await test.step('the tree changes while typing: 40, 160, 400, 1,334, 148,223', async () => {
    await planOneChannel(page)
    const tree = page.getByRole('table', { name: 'チャネルと段ごとの、今期の売上に必要な数' })
    for (const [stage, count] of [
      ['受注', '40'],
      ['商談', '160'],
      ['MQL', '400'],
      ['リード', '1,334'],
      ['訪問', '148,223'],
    ] as const) {
      await expect(tree.getByRole('row', { name: new RegExp(`^${stage}`) })).toContainText(count)
    }
  })

  // 1,200 million ÷ 3 million = 400 won.
  await test.step('one digit more in the written KGI: its commas and the tree follow', async () => {
    const goal = page.getByLabel('KGI（目標売上）')
    const won = page
      .getByRole('table', { name: 'チャネルと段ごとの、今期の売上に必要な数' })
      .getByRole('row', { name: /^受注/ })
    await goal.press('End')
    await goal.press('0')
    await expect(goal).toHaveValue('1,200,000,000')
    await expect(won).toContainText('400')
    await goal.press('Backspace')
    await expect(goal).toHaveValue('120,000,000')
    await expect(won).not.toContainText('400')
  })

  await test.step('saved as a draft, then activated', async () => {
    await page.getByRole('button', { name: '下書きを保存' }).click()
    await expect(page.getByText('下書きを保存しました').first()).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('KGI（目標売上）')).toHaveValue('120,000,000')
    await activate(page)
  })

  await test.step('April is typed, May to September are pasted as Excel copies them', async () => {
    await goTo(page, 'actuals')
    const april = page.getByRole('gridcell', { name: /^Web 訪問 2026年4月/ })
    await april.click()
    await page.keyboard.type('12000')
    await page.keyboard.press('Enter')
    for (const value of ['110', '33', '13', '３', '9,000,000円', '1500000']) {
      await page.keyboard.type(value)
      await page.keyboard.press('Enter')
    }
    const block = [
      ['12,000', '１２０００', '12000', '12000', '12,000'],
      ['110', '111', '111', '112', '111'],
      ['33', '33', '34', '33', '33'],
      ['13', '13', '14', '13', '13'],
      ['3', '3', '4', '3', '3'],
      ['9,600,000', '¥8,100,000', '12,300,000円', '１０，５００，０００', '4500000'],
      ['1,500,000', '1,500,000', '1,500,000', '1,500,000', '1,500,000'],
    ]
    await pasteAt(page, /^Web 訪問 2026年5月/, block)
    await expect(page.getByText('35セルを貼り付けました。').first()).toBeVisible()
    await expect(page.getByText(/セルを保存しました/).first()).toBeVisible()
    await page.reload()
    await expect(page.getByRole('gridcell', { name: /^Web 売上 2026年7月/ })).toContainText('12,300,000')
    await expect(page.getByRole('gridcell', { name: /^Web 受注 2026年4月/ })).toContainText('3')
  })

  // By hand: revenue 9.0 + 9.6 + 8.1 + 12.3 + 10.5 + 4.5 = 54.0 of 60.0 million = 90 %, of the year's 120 = 45 %,
  // pace 50 %; won 19 of 4+3+3+4+3+3 = 20, 95 %; visits 72,000 of 6 × 12,352 = 74,112, 97 %.
  await test.step('plan vs actual', async () => {
    await goTo(page, 'plan-vs-actual')
    const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
    await expect(sheet).toBeVisible()
    expect(await lineOf(sheet, '売上', '実績', ['4月', '1Q', '上期', '通期'])).toEqual([
      '9,000',
      '26,700',
      '54,000',
      '54,000',
    ])
    expect(await lineOf(sheet, '売上', '差異', ['1Q', '通期'])).toEqual(['−3,300', '−6,000'])
    expect(await lineOf(sheet, '売上', '達成率', ['7月', '9月', '通期'])).toEqual(['達成 123%', '未達 45%', '注意 90%'])
    expect(await lineOf(sheet, '受注', '計画', ['上期', '通期'])).toEqual(['20', '40'])
    expect(await lineOf(sheet, '受注', '達成率', ['上期'])).toEqual(['注意 95%'])
    expect(await lineOf(sheet, '訪問', '実績', ['通期'])).toEqual(['72,000'])
    expect(await lineOf(sheet, '訪問', '達成率', ['通期'])).toEqual(['注意 97%'])
  })

  await test.step('cumulative, in 百万円: the same figures, and the address keeps the view', async () => {
    await page.getByText('累計', { exact: true }).click()
    await page.getByLabel('単位').selectOption('百万円')
    const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
    await expect
      .poll(() => lineOf(sheet, '売上', '実績', ['4月', '5月', '6月', '9月']))
      .toEqual(['9.0', '18.6', '26.7', '54.0'])
    await page.reload()
    await expect.poll(() => lineOf(sheet, '売上', '実績', ['9月'])).toEqual(['54.0'])
  })

  await test.step('the overview says the same', async () => {
    await goTo(page, 'overview')
    const main = page.getByRole('main')
    // Planned rates: 54,000,000 + 74,111 visits × 810 yen.
    await expect(main).toContainText('計画率では 114,030')
    await expect(main).toContainText('54,000')
    await expect(main.getByRole('row', { name: /^マーケ起点/ }).first()).toContainText('90%')
    await expect(main.getByRole('row', { name: /^売上/ }).first()).toContainText('45%')
    // Planned 3 in September: too few to judge alone, so the year so far is judged, 19 of 20.
    await expect(main.getByRole('row', { name: /^受注/ }).first()).toContainText('95%累')
    await expect(main.getByRole('list', { name: '対応が必要なこと' })).toContainText('4–9月を締める')
    await expect(main.getByRole('list', { name: '対応が必要なこと' })).not.toContainText('未入力')
  })
})

test('blank is not 0: a cell left out makes the totals partial, and nothing is judged by it', async ({ page }) => {
  await signUp(page, newcomer('鈴木 美咲'))
  await planOneChannel(page)
  await activate(page)
  await goTo(page, 'actuals')
  await page.getByRole('gridcell', { name: /^Web 売上 2026年4月/ }).click()
  // April and June are entered, May is left blank, July is a real 0.
  for (const [steps, value] of [
    [0, '10000000'],
    [2, '5000000'],
    [1, '0'],
  ] as const) {
    for (let i = 0; i < steps; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
  }
  await expect(page.getByText(/セルを保存しました/).first()).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /^Web 売上 2026年5月/ })).toContainText('未入力')
  await goTo(page, 'plan-vs-actual')
  const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
  await expect(sheet).toBeVisible()
  expect(await lineOf(sheet, '売上', '実績', ['4月', '5月', '6月', '7月'])).toEqual(['10,000', '未入力', '5,000', '0'])
  expect(await lineOf(sheet, '売上', '達成率', ['4月', '5月', '6月', '7月'])).toEqual([
    '達成 100%',
    '',
    '未達 50%',
    '未達 0%',
  ])
  // Of the quarter, April and June are compared (15 of 20 million) and nothing is judged.
  const [quarter = ''] = await lineOf(sheet, '売上', '実績', ['1Q'])
  expect(quarter).toMatch(/^15,000/)
  expect(quarter).toContain('一部未入力')
  expect(await lineOf(sheet, '売上', '差異', ['1Q'])).toEqual(['—'])
})

test('on a slow line each value is sent once, and typing goes on meanwhile', async ({ page }) => {
  await signUp(page, newcomer('田中 次郎'))
  await goTo(page, 'actuals')
  let saves = 0
  await page.route('**/actuals', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    saves += 1
    const response = await route.fetch()
    await new Promise((answered) => setTimeout(answered, 1500))
    await route.fulfill({ response })
  })
  const first = page.getByRole('gridcell', { name: /^Web リード 2026年4月/ })
  await first.click()
  for (const value of ['101', '30', '12']) {
    await page.keyboard.type(value, { delay: 300 })
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText(/セルを保存しました/)).toBeVisible()
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0)
  expect(saves).toBeLessThanOrEqual(3)
  await page.reload()
  await expect(first).toContainText('101')
  await expect(page.getByRole('gridcell', { name: /^Web 商談 2026年4月/ })).toContainText('12')
})
