import { type Browser, chromium, type Page } from '@playwright/test'
import type { Company } from './companies'
import { atMost, type Measure, reported } from './report'

/** A Chromium for as long as `use` needs it. */
export async function withBrowser<T>(executablePath: string, use: (browser: Browser) => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0
  const browser = await chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

/** A page of a company's own browser profile: nothing is cached. */
export async function freshPage(browser: Browser, url: string, { cookie }: Company): Promise<Page> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1440, height: 900 } })
  const value = cookie.slice(cookie.indexOf('=') + 1)
  await context.addCookies([{ name: 'gyakusan', value, url }])
  return context.newPage()
}

/** JavaScript that a page fetches until it is at rest. */
export function firstLoads(executablePath: string, url: string, company: Company): Promise<Measure[]> {
  return withBrowser(executablePath, async (browser) => [
    await firstLoad(browser, url, company, 'plan-vs-actual', 250),
    await firstLoad(browser, url, company, 'overview', null),
  ])
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
  return mark === null ? reported(name, bytes / 1000, 'kB') : atMost(name, bytes / 1000, mark, 'kB')
}
