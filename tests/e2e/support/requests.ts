import { expect, type Page } from '@playwright/test'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { expectNotice } from './people.ts'

type Verb = 'ask' | 'answer' | 'accept'

/** Moves the request that stands open. */
export async function move(page: Page, language: Language, verb: Verb, text: string): Promise<void> {
  const { deals } = messagesOf(language)
  const { texts, verbs } = deals.page
  await page.locator('summary').filter({ hasText: verbs[verb] }).click()
  const form = page.locator(`form#${verb}`)
  await form.getByLabel(texts[verb]).fill(text)
  await form.getByRole('button', { name: verbs[verb] }).click()
  await expectNotice(page, deals.notices[`request_${verb}`])
}

/** Opens a notice by its heading, once it has come. */
export async function openNotice(page: Page, language: Language, heading: string): Promise<void> {
  const notice = page.getByRole('button', { name: heading }).first()
  await expect(async () => {
    await page.goto(localPath(language, '/notifications'))
    await expect(notice).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })
  await notice.click()
}

/** Expects a letter of this heading among the reader's letters. */
export async function expectLetter(page: Page, language: Language, subject: string): Promise<void> {
  await page.goto(localPath(language, '/account/letters'))
  await expect(page.getByText(subject).first()).toBeVisible()
}
