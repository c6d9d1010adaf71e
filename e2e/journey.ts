import { expect, type Page } from '@playwright/test'

export type Person = {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly organisation: string
  readonly fiscalStart?: string
}

let count = 0

/** Somebody nobody has met: every test has people of its own. */
export function newcomer(name: string): Person {
  count += 1
  const id = `${process.pid}-${Date.now().toString(36)}-${count}`
  return { name, email: `p-${id}@example.com`, password: 'maguro-to-ikura-7', organisation: `みほん株式会社 ${id}` }
}

/** Fills the sign-up form and sends it. `noValidate` lets through what the browser's own check would stop. */
export async function signUp(page: Page, person: Person, options: { noValidate?: boolean } = {}): Promise<void> {
  await page.goto('/signup')
  if (options.noValidate)
    await page
      .locator('form')
      .last()
      .evaluate((form: HTMLFormElement) => {
        form.noValidate = true
      })
  await page.getByLabel('組織名').fill(person.organisation)
  await page.getByLabel('期首の月').selectOption({ label: person.fiscalStart ?? '4月' })
  await page.getByLabel('氏名').fill(person.name)
  await page.getByLabel('メールアドレス').fill(person.email)
  await page.getByLabel('パスワード').fill(person.password)
  await page.getByRole('button', { name: '登録して始める' }).click()
  if (!options.noValidate) await expect(page).toHaveURL(/\/overview$/)
}

/** Fills the log-in form and sends it; `stay` uses the form that is already open. */
export async function logIn(
  page: Page,
  person: { email: string; password: string },
  options: { stay?: boolean } = {},
): Promise<void> {
  if (!options.stay) await page.goto('/login')
  await page.getByLabel('メールアドレス').fill(person.email)
  await page.getByLabel('パスワード').fill(person.password)
  await page.getByRole('button', { name: 'ログイン' }).click()
}
