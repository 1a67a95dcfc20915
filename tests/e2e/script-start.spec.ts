import { expect, type Page } from '@playwright/test'
import { messagesOf } from '#i18n/server'
import { watch } from './support/look.ts'
import { heading, mark } from './support/people.ts'
import { test } from './support/test.ts'

const { technologies } = messagesOf('vi')
const { editor, steps, textFields } = technologies

/** A new technology, at the first step of its editor. */
async function startTechnology(page: Page): Promise<void> {
  await page.goto('/work/technologies/new')
  await page.getByLabel(textFields.title).fill(`Làm mát chuồng trại bằng tấm bay hơi ${mark()}`)
  await page.getByRole('button', { name: technologies.start.submit }).click()
  await expect(heading(page)).toHaveText(steps.summary)
}

test('a page takes what is typed while its script starts', async ({ as }) => {
  const page = await as('dang-thi-thuy-ha')
  await startTechnology(page)
  const complaints = watch(page)
  // Somebody who types without a pause, from the first piece of the page on.
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      document.getElementById('summary')?.dispatchEvent(new Event('input', { bubbles: true }))
      if (performance.now() < 2000) port2.postMessage(null)
    }
    port2.postMessage(null)
  })
  await page.reload({ waitUntil: 'commit' })
  await page.getByLabel(textFields.teaser).fill('Giảm 6 °C vào buổi trưa.')
  await expect(page.getByRole('status').filter({ hasText: /\d\d:\d\d/ })).toBeVisible()
  await expect(page.getByLabel(textFields.teaser)).toHaveValue('Giảm 6 °C vào buổi trưa.')
  expect(complaints).toEqual([])
})

test('a button that is pressed slowly does not move away while the page saves by itself', async ({ as }) => {
  const page = await as('dang-thi-thuy-ha', { width: 360 })
  await startTechnology(page)
  const button = page.getByRole('button', { name: editor.saveAndContinue })
  await page.getByLabel(textFields.teaser).fill('Giảm 6 °C vào buổi trưa.')
  await button.hover()
  const before = await button.boundingBox()
  await page.mouse.down()
  // Longer than the page waits before it saves, and than saving takes.
  await page.waitForTimeout(2500)
  expect(await button.boundingBox()).toEqual(before)
  await page.mouse.up()
  await expect(heading(page)).toHaveText(steps.content)
  await page.goBack()
  await expect(page.getByLabel(textFields.teaser)).toHaveValue('Giảm 6 °C vào buổi trưa.')
})
