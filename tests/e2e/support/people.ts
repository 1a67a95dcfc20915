import { randomBytes, randomInt } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { demonstrationPassword } from '../../../db/seed/password.ts'

/** Of the demonstration's accounts, and of those that tests register. */
export const password = demonstrationPassword

export interface Registered {
  readonly name: string
  readonly email: string
}

/** Something that no other test has written: for names, titles and addresses. */
export const mark = (): string => String(randomInt(100_000, 1_000_000))

/** The words that stand above the page. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** What the page says was just done. */
export async function expectNotice(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
}

/** Fills in the form of registration; the letter is written then. */
export async function register(page: Page, language: Language): Promise<Registered> {
  const { accounts } = messagesOf(language)
  const person = { name: 'Nguyễn Thị Thử', email: `thu-${randomBytes(6).toString('hex')}@vi-du.example` }
  await page.goto(localPath(language, '/register'))
  await page.getByLabel(accounts.name).fill(person.name)
  await page.getByLabel(accounts.email).fill(person.email)
  await page.getByLabel(accounts.password).fill(password)
  await page.getByRole('button', { name: accounts.register.submit }).click()
  await expect(heading(page)).toHaveText(accounts.sent.title)
  return person
}

/** Signs in on the page that stands open, with the code that the demonstration shows where one is asked. */
export async function enter(page: Page, language: Language, email: string): Promise<void> {
  const { accounts } = messagesOf(language)
  await page.getByLabel(accounts.email).fill(email)
  await page.getByLabel(accounts.password).fill(password)
  await page.getByRole('button', { name: accounts.signIn.submit }).click()
}

/** Signs in after registering and confirms the address by the link of the letter. */
export async function confirmByLetter(page: Page, language: Language, { email }: Registered): Promise<void> {
  const { accounts } = messagesOf(language)
  await page.goto(localPath(language, '/sign-in'))
  await enter(page, language, email)
  await expect(heading(page)).toHaveText(messagesOf(language).messaging.work.title)
  await page.goto(localPath(language, '/account/letters'))
  await page.locator('summary').filter({ hasText: /./ }).locator('visible=true').last().click()
  await page.locator('details[open] a[href*="/confirm/"]').click()
  await page.getByRole('button', { name: accounts.confirm.submit }).click()
  await expectNotice(page, accounts.notices.email_confirmed)
}

/** Sets up an organisation and asks for its verification. */
export async function createOrganisation(
  page: Page,
  language: Language,
  kind: 'institute' | 'enterprise',
): Promise<string> {
  const { accounts, site } = messagesOf(language)
  const words = accounts.organisation
  const name = `${kind === 'institute' ? 'Viện Công nghệ thử' : 'Công ty thử'} ${mark()}`
  await page.goto(localPath(language, '/account/organisations/new'))
  await page.getByRole('radio', { name: site.organisationKinds[kind] }).check()
  await page.getByLabel(words.nameVi, { exact: true }).fill(name)
  await page.getByLabel(words.taxCode).fill(`0${String(randomInt(100_000_000, 1_000_000_000))}`)
  await page.getByLabel(words.province).selectOption({ index: 3 })
  await page.getByLabel(words.address).fill('Số 1 đường Biển')
  await page.getByRole('button', { name: words.createSubmit }).click()
  await expectNotice(page, accounts.notices.organisation_created)
  await page.getByLabel(accounts.verification.note).fill('Quyết định thành lập số 12/QĐ-UBND.')
  await page.getByLabel(accounts.verification.evidence).setInputFiles({
    name: 'quyet-dinh.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Quyết định thành lập số 12/QĐ-UBND'),
  })
  await page.getByRole('button', { name: accounts.verification.ask }).click()
  await expectNotice(page, accounts.notices.verification_asked)
  return name
}

/** The operator's officer finds the organisation among those that wait. */
export async function openVerification(officer: Page, language: Language, organisation: string): Promise<void> {
  await officer.goto(localPath(language, '/operator/verifications'))
  await officer.getByRole('link', { name: organisation }).click()
  await expect(heading(officer)).toHaveText(organisation)
}

/** Verifies the organisation whose case stands open. */
export async function verify(officer: Page, language: Language): Promise<void> {
  const { accounts } = messagesOf(language)
  await officer.getByRole('radio', { name: accounts.desk.verify }).check()
  await officer.getByRole('button', { name: accounts.desk.submit }).click()
  await expectNotice(officer, accounts.notices.verification_decided)
}

/** Switches the second factor on, as an authenticator app would. */
export async function switchSecondFactorOn(page: Page, language: Language): Promise<void> {
  const { secondFactor: words } = messagesOf(language).accounts
  await page.goto(localPath(language, '/account/second-factor'))
  await page.getByRole('button', { name: words.begin }).click()
  const secret = await page.getByText(/^[A-Z2-7 ]{32,}$/).textContent()
  await page.getByLabel(words.codeLabel).fill(generateSync({ secret: (secret ?? '').replaceAll(' ', '') }))
  await page.getByRole('button', { name: words.confirm }).click()
  await expect(heading(page)).toHaveText(words.codesTitle)
  await page.getByRole('link', { name: words.codesKept }).click()
}
