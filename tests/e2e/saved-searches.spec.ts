import { expect, type Page } from '@playwright/test'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { listTechnology, publish } from './support/listings.ts'
import { look, watch } from './support/look.ts'
import { enter, expectNotice, heading, mark } from './support/people.ts'
import { test } from './support/test.ts'

test.describe.configure({ timeout: 180_000 })

/** Reads the reader's letters until one with this subject is there, and opens it. */
async function openLetter(page: Page, language: Language, subject: string): Promise<void> {
  const letter = page.locator('summary').filter({ hasText: subject }).locator('visible=true')
  await expect(async () => {
    await page.goto(localPath(language, '/account/letters'))
    await expect(letter).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
  await letter.click()
}

for (const { language, reader } of [
  { language: 'vi', reader: 'truong-thi-kim-ngan' },
  { language: 'en', reader: 'doan-viet-hung-anh' },
] as const)
  test(`a saved search tells of a new listing and is stopped by its letter, without script, in ${language}`, async ({
    as,
    visitor,
  }) => {
    const { savedSearches: words } = messagesOf(language)
    const number = mark()
    const name = `Rong mơ ${number}`
    const title = `Quy trình sấy rong mơ tiết kiệm điện mẻ ${number}`

    const page = await as(reader, { script: false, width: 360 })
    await page.goto(localPath(language, `/account/searches/new?q=rong+mo+${number}&kind=technology`))
    await expect(heading(page)).toHaveText(words.fresh.title)
    await expect(page.getByText(words.fresh.nowFound(0, '0'))).toBeVisible()
    await page.getByLabel(words.name).fill(name)
    await page.getByRole('radio', { name: words.frequencies.instant }).check()
    await page.getByRole('button', { name: words.fresh.submit }).click()
    await expectNotice(page, words.notices.search_saved)
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible()

    const institute = await as('dao-manh-khoi')
    const listed = { title, teaser: 'Giảm 35 % điện năng.', keywords: 'rong mơ, sấy, bơm nhiệt' }
    const id = await listTechnology(institute, 'vi', listed)
    await publish(await as('tham-tra-vien'), 'vi', title)

    await openLetter(page, language, words.letter.subjectOne(title, name))
    const letter = page.locator('details[open]')
    await expect(letter.getByRole('link', { name: `/technologies/${id}` })).toBeVisible()
    const stop = await letter.locator('a[href*="/unsubscribe/"]').first().getAttribute('href')
    expect(stop).not.toBeNull()

    // Whoever holds the letter stops it, signed in or not.
    const holder = await visitor({ script: false, width: 360 })
    await holder.goto(stop ?? '')
    await expect(heading(holder)).toHaveText(words.unsubscribe.title)
    await expect(holder.getByText(words.unsubscribe.leadOne(name))).toBeVisible()
    // What checks pages needs script.
    const checked = await visitor()
    const faults = watch(checked)
    await checked.goto(stop ?? '')
    faults.push(...(await look(checked, language)))
    await holder.getByRole('button', { name: words.unsubscribe.submit }).click()
    await expect(heading(holder)).toHaveText(words.unsubscribe.doneTitle)
    await checked.reload()
    await expect(heading(checked)).toHaveText(words.unsubscribe.doneTitle)
    faults.push(...(await look(checked, language)))
    expect(faults).toEqual([])

    await page.goto(localPath(language, '/account/searches'))
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })
    await expect(row.getByText(words.states.paused)).toBeVisible()
    await page.getByRole('link', { name: words.editOne(name) }).click()
    await expect(heading(page)).toHaveText(words.edit.title)
    await page.getByRole('button', { name: words.removeSubmit }).click()
    await expectNotice(page, words.notices.search_removed)
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
  })

test('a visitor who saves a search signs in and comes back to it', async ({ visitor }) => {
  const { savedSearches: words } = messagesOf('vi')
  const page = await visitor({ script: false, width: 360 })
  await page.goto('/account/searches/new?q=rong+mo&province=52')
  await enter(page, 'vi', 'vo-thi-thanh-tam@vi-du.example')
  await expect(heading(page)).toHaveText(words.fresh.title)
  await expect(page).toHaveURL(/\/account\/searches\/new\?q=rong\+mo&province=52$/)
})
