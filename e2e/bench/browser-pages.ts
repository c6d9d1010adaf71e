import { type Browser, chromium, type Page } from '@playwright/test'
import type { Company } from './companies'
import { atMost, type Measure, quantile, reported } from './report'

/** What the browser has to do: JavaScript fetched until the page is at rest, and script per keystroke on a wide plan. */
export async function browserPages(url: string, executablePath: string, usual: Company, wide: Company) {
  const isRoot = process.getuid?.() === 0
  const browser = await chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] })
  try {
    return [
      ...(await firstLoad(browser, url, usual, 'plan-vs-actual', 250)),
      ...(await firstLoad(browser, url, usual, 'overview', null)),
      ...(await keystrokes(browser, url, wide)),
    ]
  } finally {
    await browser.close()
  }
}

/** A page of a company's own browser profile: nothing is cached. */
async function freshPage(browser: Browser, url: string, { cookie }: Company): Promise<Page> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1440, height: 900 } })
  const value = cookie.slice(cookie.indexOf('=') + 1)
  await context.addCookies([{ name: 'gyakusan', value, url }])
  return context.newPage()
}

/** kB of JavaScript as sent (gzip) until nothing more is fetched. */
async function firstLoad(browser: Browser, url: string, company: Company, screen: string, mark: number | null) {
  const page = await freshPage(browser, url, company)
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize))
  })
  await page.goto(`${url}${company.path}/${screen}`, { waitUntil: 'networkidle' })
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await page.context().close()
  const name = `JavaScript of ${screen} until it rests, as sent`
  return [mark === null ? reported(name, bytes / 1000, 'kB') : atMost(name, bytes / 1000, mark, 'kB')]
}

async function keystrokes(browser: Browser, url: string, wide: Company): Promise<Measure[]> {
  const page = await freshPage(browser, url, wide)
  await page.goto(`${url}${wide.path}/plan`, { waitUntil: 'networkidle' })
  const rate = page.locator('[data-field$=".rate"]').first()
  const goal = page.locator('[data-field="revenueGoal"]')
  const measures = [
    atMost('keystroke in a rate, 20 channels, script in the browser', await scriptPerKey(page, rate), 4, 'ms'),
    atMost('keystroke in the KGI, 20 channels, script in the browser', await scriptPerKey(page, goal), 16, 'ms'),
  ]
  await page.context().close()
  return measures
}

/** Median of the script that the browser runs for one key, React's part and the deferred tables included. */
async function scriptPerKey(page: Page, field: ReturnType<Page['locator']>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const script = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
  }
  await field.focus()
  await page.keyboard.press('End')
  const spent: number[] = []
  for (let i = 0; i < 24; i++) {
    const before = await script()
    await page.keyboard.press(i % 2 === 0 ? '1' : 'Backspace')
    // Two frames: the field's own, and the one in which the deferred table follows.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    spent.push((await script()) - before)
  }
  return quantile(spent.slice(4), 0.5)
}
