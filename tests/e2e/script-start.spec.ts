import { expect } from '@playwright/test'
import { messagesOf } from '#i18n/server'
import { watch } from './support/look.ts'
import { heading, mark } from './support/people.ts'
import { test } from './support/test.ts'

const { technologies } = messagesOf('vi')
const { steps, textFields } = technologies

test('a page takes what is typed while its script starts', async ({ as }) => {
  const page = await as('dang-thi-thuy-ha')
  await page.goto('/work/technologies/new')
  await page.getByLabel(textFields.title).fill(`Làm mát chuồng trại bằng tấm bay hơi ${mark()}`)
  await page.getByRole('button', { name: technologies.start.submit }).click()
  await expect(heading(page)).toHaveText(steps.summary)
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
