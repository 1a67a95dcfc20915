import { expect } from '@playwright/test'
import { demonstrationTechnologies } from '../../db/seed/content/technologies.ts'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import { languages } from '#kernel'
import { findBySearching, idIn } from './support/listings.ts'
import { look, watch } from './support/look.ts'
import { patterns, readers, siteMap } from './support/map.ts'
import { password } from './support/people.ts'
import { test } from './support/test.ts'

/** Pages that no link leads to from what the demonstration holds. */
const elsewhere: readonly string[] = [
  // Only posted to.
  'sign-out',
  // Between password and code: below.
  'sign-in/second-factor',
  // What co-owners are asked: below.
  'work/consents/:id',
  // In the journey of an organisation that asks to be verified.
  'operator/verifications/:id',
  // In the journey of a pair of terms.
  'operator/terms/built-in',
  // In the journey of a file.
  'work/import/:id',
  'operator/bulk-reviews/:id',
  // What the search box asks for while somebody types.
  'search/suggestions',
  // In the journey of a saved search: only letters lead there.
  'unsubscribe/:token',
  // Files, not pages.
  'account/verifications/:id/files/:file',
  'work/import/:id/:file',
  'files/:listingId/:fileId',
]

// What was found is in the message; a trace of so many pages would take longer than looking at them.
test.use({ trace: 'off', screenshot: 'off' })
test.setTimeout(300_000)

for (const language of languages)
  for (const reader of readers)
    test(`what ${reader} sees is in order, in ${language}`, async ({ as, visitor, baseURL }) => {
      const { pages } = await siteMap(baseURL ?? '')
      const page = await (reader === 'visitor' ? visitor() : as(reader))
      const faults = watch(page)
      for (const { address } of pages[reader]) {
        const answer = await page.goto(localPath(language, address))
        if (answer?.status() !== 200) faults.push(`${address}: answered ${String(answer?.status())}`)
        faults.push(...(await look(page, language)))
      }
      expect(faults).toEqual([])
    })

test('every page of the exchange has been looked at', async ({ baseURL }) => {
  const { pages, others } = await siteMap(baseURL ?? '')
  const seen = new Set(Object.values(pages).flatMap((found) => found.map(({ pattern }) => pattern)))
  const all = patterns.map(({ path }) => path)
  expect(all.filter((path) => !seen.has(path) && !others.has(path) && !elsewhere.includes(path))).toEqual([])
})

for (const language of languages)
  test(`the page between password and code is in order, in ${language}`, async ({ page }) => {
    const { accounts } = messagesOf(language)
    const faults = watch(page)
    await page.goto(localPath(language, '/sign-in'))
    await page.getByLabel(accounts.email).fill('tham-tra-vien@vi-du.example')
    await page.getByLabel(accounts.password).fill(password)
    await page.getByRole('button', { name: accounts.signIn.submit }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(accounts.factor.title)
    faults.push(...(await look(page, language)))
    expect(faults).toEqual([])
  })

test('what a co-owner was asked is in order', async ({ as }) => {
  const owned = demonstrationTechnologies.find(({ state, owner, profile }) =>
    state === 'published' && owner !== 'bun-ben-go'
      ? profile.owners?.some(({ organisationId }) => organisationId === 'key:bun-ben-go')
      : false,
  )
  const title = owned?.profile.texts?.vi?.title ?? ''
  expect(title).not.toBe('')
  const page = await as('dang-van-sau')
  const faults = watch(page)
  await findBySearching(page, 'vi', title, title)
  const id = idIn(page, /\/technologies\/([^/?]+)/)
  for (const language of languages) {
    const answer = await page.goto(localPath(language, `/work/consents/${id}`))
    expect(answer?.status()).toBe(200)
    faults.push(...(await look(page, language)))
  }
  expect(faults).toEqual([])
})
