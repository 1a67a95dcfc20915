import { expect, type Page } from '@playwright/test'
import { messagesOf } from '#i18n/server'
import { heading } from './support/people.ts'
import { test } from './support/test.ts'

const { accounts, catalogue, moderation, site } = messagesOf('vi')

/** Goes on by the Tab key until this holds the focus. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`The Tab key does not lead to ${String(target)}`)
}

test('the first key leads past the menus', async ({ page }) => {
  await page.goto('/about')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: site.skip })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('main').locator(':focus')).toHaveCount(1)
})

test('what has the focus is marked', async ({ page }) => {
  await page.goto('/')
  const box = page.getByLabel(catalogue.search.label)
  await tabTo(page, box)
  const outline = await box.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return { outlineStyle, width: Number.parseFloat(outlineWidth) }
  })
  expect(outline.outlineStyle).not.toBe('none')
  expect(outline.width).toBeGreaterThanOrEqual(2)
})

test('searching, narrowing and opening a result by keys alone', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, page.getByLabel(catalogue.search.label))
  await page.keyboard.type('xu ly nuoc thai')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=/)
  const first = page
    .locator('main')
    .getByRole('link')
    .filter({ hasText: /nước thải/i })
    .first()
  const name = await first.textContent()
  await tabTo(page, first)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText((name ?? '').trim())
})

for (const script of [true, false])
  test(`a wrong form says so first, ${script ? 'with' : 'without'} script`, async ({ visitor, as }) => {
    const plain = await visitor({ script })
    await plain.goto('/register')
    await plain.getByLabel(accounts.name).fill('Nguyễn Thị Thử')
    await plain.getByLabel(accounts.name).press('Enter')
    await expectSummaryInFocus(plain)
    await expect(plain.getByLabel(accounts.name)).toHaveValue('Nguyễn Thị Thử')
    const reason = plain.getByRole('alert').getByRole('link').first()
    await reason.press('Enter')
    await expect(plain.locator('[aria-invalid]:focus')).toHaveCount(1)

    // A page that script makes better.
    const scripted = await as('tham-tra-vien', { script })
    await scripted.goto('/operator/reviews')
    await scripted.getByRole('button', { name: moderation.bulk.submit }).press('Enter')
    await expectSummaryInFocus(scripted)
  })

async function expectSummaryInFocus(page: Page): Promise<void> {
  const summary = page.getByRole('alert')
  await expect(summary).toBeVisible()
  await expect(summary).toBeFocused()
}

for (const script of [true, false])
  test(`the menu of a phone opens by keys, ${script ? 'with' : 'without'} script`, async ({ visitor }) => {
    const page = await visitor({ script, width: 360 })
    await page.goto('/about')
    const menu = page.locator('header summary')
    await expect(page.getByRole('navigation', { name: site.menu })).toBeHidden()
    await tabTo(page, menu)
    await page.keyboard.press('Enter')
    const needs = page.getByRole('navigation', { name: site.menu }).getByRole('link', { name: site.needs })
    await expect(needs).toBeVisible()
    await tabTo(page, needs)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/search\?kind=need/)
  })
