import { expect, type Page } from '@playwright/test'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { expectNotice, heading } from './people.ts'

/** A technology as the journeys list it. */
interface Technology {
  readonly title: string
  readonly teaser: string
  readonly keywords: string
}

/** Writes a technology through all steps of the editor and submits it. Returns its id. */
export async function listTechnology(page: Page, language: Language, technology: Technology): Promise<string> {
  const { site, technologies } = messagesOf(language)
  const { editor: words, sheet, steps, textFields } = technologies
  const next = async (step: keyof typeof steps): Promise<void> => {
    await page.getByRole('button', { name: words.saveAndContinue }).click()
    await expect(heading(page)).toHaveText(steps[step])
  }
  await page.goto(localPath(language, '/work/technologies/new'))
  await page.getByLabel(textFields.title).fill(technology.title)
  await page.getByRole('radio', { name: site.languageNames[language] }).check()
  await page.getByRole('button', { name: technologies.start.submit }).click()
  await expect(heading(page)).toHaveText(steps.summary)

  await page.getByLabel(textFields.teaser).fill(technology.teaser)
  await page.getByLabel(words.field(1), { exact: true }).selectOption({ index: 2 })
  await page.getByRole('group', { name: sheet.industries }).getByRole('checkbox').first().check()
  await page.getByLabel(sheet.keywords, { exact: true }).fill(technology.keywords)
  await next('content')

  for (const field of ['problem', 'solution', 'advantages', 'applications'] as const)
    await page.getByLabel(textFields[field], { exact: true }).fill(`${technology.teaser} (${textFields[field]}: 35 %)`)
  await next('readiness')

  await page.getByRole('radio', { name: /^TRL 6/ }).check()
  await page.getByRole('button', { name: words.addEvidence }).click()
  const evidence = page.getByRole('group', { name: `${words.evidenceRow} 1` })
  await evidence.getByLabel(words.evidenceLevel).selectOption('6')
  await evidence.getByLabel(words.evidenceTitle, { exact: true }).fill('TN-06/2026')
  await next('rights')

  await page.getByRole('button', { name: words.addNone }).click()
  await expect(page.getByRole('group', { name: `${words.rightRow} 1` })).toBeVisible()
  await next('transfer')

  await page.getByRole('button', { name: words.addOffer }).click()
  await expect(page.getByRole('group', { name: `${words.offerRow} 1` })).toBeVisible()
  await page.getByRole('checkbox', { name: technologies.transferForms.independent }).check()
  await page.getByRole('checkbox', { name: technologies.transferMethods.documents }).check()
  await page.getByRole('radio', { name: technologies.priceModes.asking }).check()
  await page.getByLabel(words.priceKind).selectOption('indicative')
  await page.getByLabel(words.amount, { exact: true }).fill('1.200.000.000')
  await next('origin')

  await page.getByRole('button', { name: words.addFunding }).click()
  const funding = page.getByRole('group', { name: `${words.fundingRow} 1` })
  await funding.getByLabel(sheet.source, { exact: true }).selectOption('own')
  await funding.getByLabel(words.sharePercent).fill('100')
  await next('files')

  await next('translation')
  await next('openness')
  await next('declaration')

  await page.getByRole('radio', { name: technologies.declarations.ordinary }).check()
  await page.getByRole('button', { name: words.submit }).click()
  await expectNotice(page, technologies.notices.technology_submit)
  await expect(page.getByText(site.listingStates.submitted).first()).toBeVisible()
  return idIn(page, /\/work\/technologies\/([^/?]+)/)
}

/** The id that the address of the page holds. */
export function idIn(page: Page, address: RegExp): string {
  const found = address.exec(new URL(page.url()).pathname)
  expect(found, page.url()).not.toBeNull()
  return found?.[1] ?? ''
}

/** Gives every criterion the same score, decides to publish, and says why. */
export async function scoreForPublication(reviewer: Page, language: Language): Promise<void> {
  const { scores } = messagesOf(language).moderation
  for (const criterion of Object.values(scores.criteria))
    await reviewer.getByRole('group', { name: criterion }).getByRole('radio', { name: '4', exact: true }).check()
  await reviewer
    .getByRole('group', { name: scores.decision, exact: true })
    .getByRole('radio', { name: scores.decisions.publish, exact: true })
    .check()
  await reviewer.getByLabel(scores.reason, { exact: true }).fill('Đủ số liệu để đăng.')
}

/** The reviewer opens a listing from the queue and publishes it. */
export async function publish(reviewer: Page, language: Language, title: string): Promise<void> {
  const { moderation } = messagesOf(language)
  await reviewer.goto(localPath(language, '/operator/reviews'))
  await reviewer.getByRole('link', { name: title }).click()
  await expect(heading(reviewer)).toHaveText(title)
  await scoreForPublication(reviewer, language)
  await reviewer.getByRole('button', { name: moderation.scores.submit }).click()
  await expectNotice(reviewer, moderation.notices.review_published)
}

/** Searches from the home page until the index has followed, and opens what was looked for. */
export async function findBySearching(page: Page, language: Language, text: string, title: string): Promise<void> {
  const { search } = messagesOf(language).catalogue
  await expect(async () => {
    await page.goto(localPath(language, '/'))
    await page.getByLabel(search.label).fill(text)
    await page.getByRole('search').getByRole('button', { name: search.submit }).click()
    await expect(page.getByRole('link', { name: title })).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 20_000 })
  await page.getByRole('link', { name: title }).click()
  await expect(heading(page)).toHaveText(title)
}
