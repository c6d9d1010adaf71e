import type { CDPSession, Locator, Page } from '@playwright/test'
import { freshPage, withBrowser } from './browser-pages'
import type { Company } from './companies'
import { atMost, type Measure, quantile, reported } from './report'

const KEYS = 120
const WARM_UP = 40

/** Script of one key on the plan page until it rests: the browser's events, the arithmetic and all that React draws. */
export function keystrokes(executablePath: string, url: string, wide: Company): Promise<Measure[]> {
  return withBrowser(executablePath, async (browser) => onPlan(await freshPage(browser, url, wide), url, wide))
}

async function onPlan(page: Page, url: string, wide: Company): Promise<Measure[]> {
  await page.goto(`${url}${wide.path}/plan`, { waitUntil: 'networkidle' })
  // From the first key on the page says that there is something to save; what is measured is typing after that.
  await page.locator('[data-field="nextYearGrowth"]').fill('9')
  return [
    ...(await measured(page, 'a rate', page.locator('[data-field$=".rate"]').first(), 4)),
    ...(await measured(page, 'the KGI', page.locator('[data-field="revenueGoal"]'), 16)),
  ]
}

async function measured(page: Page, name: string, field: Locator, mark: number): Promise<Measure[]> {
  const spent = await scriptPerKey(page, field)
  const of = `keystroke in ${name}, 20 channels, script in the browser`
  return [
    reported(`${of}, median`, quantile(spent, 0.5), 'ms'),
    atMost(`${of}, p95`, quantile(spent, 0.95), mark, 'ms'),
  ]
}

/** A digit is typed and taken away again, so that every key changes the figures. */
async function scriptPerKey(page: Page, field: Locator): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  // Time of the page's own thread: what else runs on the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await field.focus()
  // Without commas: a digit more is then a number still.
  await field.fill((await field.inputValue()).replaceAll(',', ''))
  await page.keyboard.press('End')
  const spent: number[] = []
  for (let key = 0; key < KEYS + WARM_UP; key++) {
    const before = await scriptAtRest(session)
    await page.keyboard.press(key % 2 === 0 ? '1' : 'Backspace')
    spent.push((await scriptAtRest(session)) - before)
  }
  await session.detach()
  return spent.slice(WARM_UP)
}

/** ms of script since the page was opened, read once no more has run for a while; reading runs none in the page. */
async function scriptAtRest(session: CDPSession): Promise<number> {
  let last = -1
  for (let quiet = 0; quiet < 3; ) {
    await new Promise((done) => setTimeout(done, 20))
    const { metrics } = await session.send('Performance.getMetrics')
    const now = (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
    quiet = now === last ? quiet + 1 : 0
    last = now
  }
  return last
}
