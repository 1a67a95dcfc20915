import { expect } from '@playwright/test'
import { messagesOf } from '#i18n/server'
import { enter, expectNotice, heading, mark, password } from './support/people.ts'
import { test } from './support/test.ts'

const { accounts, deals, needs, site, technologies } = messagesOf('vi')

for (const script of [true, false])
  test(`what was typed outlives the session, ${script ? 'with' : 'without'} script`, async ({ as }) => {
    const page = await as('vo-thi-thanh-tam', { script })
    await page.goto('/work/needs/new')
    const title = `Cần công nghệ tách cát khỏi vỏ hàu ${mark()}`
    await page.getByLabel(needs.start.name).fill(title)
    await page.getByLabel(needs.start.wanted).fill('Ba tấn mỗi giờ.\nKhông dùng nước ngọt.')
    await page.context().clearCookies()
    await page.getByRole('button', { name: needs.start.submit }).click()

    await expect(page.getByText(accounts.signIn.expired)).toBeVisible()
    await enter(page, 'vi', 'vo-thi-thanh-tam@vi-du.example')
    await expect(heading(page)).toHaveText(needs.start.title)
    await expect(page.getByText(site.held)).toBeVisible()
    await expect(page.getByLabel(needs.start.name)).toHaveValue(title)
    await expect(page.getByLabel(needs.start.wanted)).toHaveValue('Ba tấn mỗi giờ.\nKhông dùng nước ngọt.')
    await page.getByRole('button', { name: needs.start.submit }).click()
    await expectNotice(page, needs.notices.need_started)
  })

test('what was typed into a step of a technology outlives the session', async ({ as }) => {
  const page = await as('nguyen-hoai-nam')
  await page.goto('/work/technologies/new')
  await page.getByLabel(technologies.textFields.title).fill(`Khử mùi nước mắm bằng màng lọc ${mark()}`)
  await page.getByRole('button', { name: technologies.start.submit }).click()
  await expect(heading(page)).toHaveText(technologies.steps.summary)
  await page.context().clearCookies()
  await page.getByLabel(technologies.textFields.teaser).fill('Giảm mùi mà giữ đạm.')
  await page.getByRole('button', { name: technologies.editor.saveAndContinue }).click()
  await expect(page.getByText(accounts.signIn.expired)).toBeVisible()
  await enter(page, 'vi', 'nguyen-hoai-nam@vi-du.example')
  await expect(heading(page)).toHaveText(technologies.steps.summary)
  await expect(page.getByLabel(technologies.textFields.teaser)).toHaveValue('Giảm mùi mà giữ đạm.')
})

test('a password that was typed is kept nowhere', async ({ page }) => {
  await page.goto('/register')
  await page.getByLabel(accounts.email).fill('khong-dung')
  await page.getByLabel(accounts.password).fill(password)
  await page.getByRole('button', { name: accounts.register.submit }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel(accounts.email)).toHaveValue('khong-dung')
  await expect(page.getByLabel(accounts.password)).toHaveValue('')
  expect(await page.content()).not.toContain(password)
})

test('a request that is sent twice is made once', async ({ as }) => {
  const page = await as('lam-thi-my-hanh')
  await page.goto('/search?kind=technology&q=tom')
  await page.locator('main').getByRole('link').and(page.locator('[href^="/technologies/"]')).first().click()
  const title = (await heading(page).textContent()) ?? ''
  await page.getByRole('link', { name: technologies.sheet.ask }).first().click()
  await page.getByLabel(deals.form.intendedUse).fill('Dùng cho trại ở Hoài Nhơn.')
  await page.getByLabel(deals.form.message).fill('Mong được trao đổi.')
  await page.getByRole('button', { name: deals.form.sendTransfer }).dblclick()
  await expect(page).toHaveURL(/\/requests\//)
  await page.goto('/requests?box=out')
  await expect(page.getByRole('link', { name: title })).toHaveCount(1)
})

test('a request that reaches the exchange twice at once is made once', async ({ as }) => {
  const page = await as('cao-nguyen-khang')
  await page.goto('/search?kind=technology&q=tom')
  await page.locator('main').getByRole('link').and(page.locator('[href^="/technologies/"]')).first().click()
  await page.getByRole('link', { name: technologies.sheet.ask }).first().click()
  await expect(heading(page)).toHaveText(deals.form.transferTitle)
  const form = {
    form: 'request',
    formKey: await page.locator('input[name=formKey]').inputValue(),
    proposal: 'Dùng cho bể nuôi của công ty.',
    rightWanted: 'use',
    exclusivityWanted: 'undecided',
    message: 'Mong được trao đổi.',
  }
  const send = () => page.request.post(page.url(), { form, maxRedirects: 0 })
  const answers = await Promise.all([send(), send(), send()])
  const made = answers.map((answer) => (answer.headers()['location'] ?? String(answer.status())).split('?')[0])
  expect(made[0]).toMatch(/^\/requests\//)
  expect(new Set(made).size).toBe(1)
})

for (const script of [true, false])
  test(`two pages of one step: the later keeps what was typed, ${script ? 'with' : 'without'} script`, async ({
    as,
  }) => {
    const { editor, steps, textFields } = technologies
    const one = await as('le-thi-bich-van', { script })
    await one.goto('/work/technologies/new')
    await one.getByLabel(textFields.title).fill(`Chiết collagen từ da cá ${mark()}`)
    await one.getByRole('button', { name: technologies.start.submit }).click()
    await expect(heading(one)).toHaveText(steps.summary)
    const other = await one.context().newPage()
    await other.goto(one.url())

    await one.getByLabel(textFields.teaser).fill('Viết ở trang thứ nhất.')
    await one.getByRole('button', { name: editor.saveAndContinue }).click()
    await expect(heading(one)).toHaveText(steps.content)

    await other.getByLabel(textFields.teaser).fill('Viết ở trang thứ hai.')
    await other.getByRole('button', { name: editor.saveAndContinue }).click()
    await expect(other.getByText(editor.newerText)).toBeVisible()
    await expect(other.getByLabel(textFields.teaser)).toHaveValue('Viết ở trang thứ hai.')
    await other.getByRole('button', { name: editor.saveAndContinue }).click()
    await expect(heading(other)).toHaveText(steps.content)
    await one.goto(one.url().replace(/content.*/, 'summary'))
    await expect(one.getByLabel(textFields.teaser)).toHaveValue('Viết ở trang thứ hai.')
  })
