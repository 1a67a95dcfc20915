import { expect, type Page } from '@playwright/test'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import { languages } from '#kernel'
import { look, watch } from './support/look.ts'
import { heading } from './support/people.ts'
import { test } from './support/test.ts'

const { catalogue } = messagesOf('vi')
const { compare, search, suggest } = catalogue

const box = (page: Page) => page.getByLabel(search.label)
const options = (page: Page) => page.getByRole('listbox').getByRole('option')
const total = async (page: Page): Promise<number> =>
  Number(/(\d+) kết quả/.exec((await page.locator('main').textContent()) ?? '')?.[1] ?? 0)

/** Goes on by the Tab key until this holds the focus. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`The Tab key does not lead to ${String(target)}`)
}

test('filters by keys alone, without script', async ({ visitor }) => {
  const page = await visitor({ script: false })
  await page.goto('/search?kind=technology')
  const all = await total(page)
  const filters = page.getByRole('complementary', { name: search.filters })

  const engineering = filters.getByRole('link', { name: 'Khoa học kỹ thuật và công nghệ' })
  await tabTo(page, engineering)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/field=2$/)
  await expect(filters.getByRole('link', { name: 'Kỹ thuật môi trường' })).toBeVisible()
  expect(await total(page)).toBeLessThan(all)

  await tabTo(page, filters.getByLabel(search.from).first())
  await page.keyboard.press('8')
  await tabTo(page, filters.getByRole('button', { name: search.trlRange }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/field=2&trlFrom=8/)

  await tabTo(page, filters.locator('summary').filter({ hasText: catalogue.facets.ipc }))
  await page.keyboard.press('Enter')
  const chemistry = filters.getByRole('link', { name: /^C: / })
  await tabTo(page, chemistry)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/ipc=C&/)
  await filters.getByRole('link', { name: 'C02', exact: true }).press('Enter')
  await filters.getByRole('link', { name: 'C02F', exact: true }).press('Enter')
  await expect(page).toHaveURL(/ipc=C02F/)
  expect(await total(page)).toBeGreaterThan(0)

  const chips = page.getByRole('list', { name: search.chosen })
  await expect(chips.getByRole('listitem')).toHaveCount(4)
  await tabTo(page, chips.getByRole('link', { name: search.removeFilter('TRL từ 8') }))
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/trlFrom/)
  await tabTo(page, chips.getByRole('link', { name: search.clear }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?kind=technology$/)
  expect(await total(page)).toBe(all)
})

test('a price is understood as it is written, and a territory is chosen from a list, without script', async ({
  visitor,
}) => {
  const page = await visitor({ script: false, width: 360 })
  await page.goto('/search?kind=technology')
  await page.getByText(search.filters, { exact: true }).click()
  await page.getByRole('textbox', { name: search.to }).fill('1,2 tỷ')
  await page.getByRole('button', { name: search.priceOrBudget }).click()
  await expect(page).toHaveURL(/priceTo=1%2C2\+t/)
  await expect(page.getByRole('link', { name: search.removeFilter('Đến 1,2 tỷ ₫') })).toBeVisible()
  await page.getByText(/^Bộ lọc \(1/).click()
  await expect(page.getByRole('textbox', { name: search.to })).toHaveValue('1.200.000.000')
  await page.locator('summary').filter({ hasText: catalogue.facets.territory }).click()
  await page.getByLabel(search.territoryProvince).first().selectOption({ index: 1 })
  await page.getByRole('button', { name: search.territoryProvince }).click()
  await expect(page).toHaveURL(/territory=\d\d/)
  expect(await total(page)).toBeGreaterThan(0)
})

for (const typed of ['nước mắm', 'nuoc mam'])
  test(`suggestions while typing “${typed}”`, async ({ page }) => {
    const faults = watch(page)
    await page.goto('/')
    const place = await box(page).boundingBox()
    await box(page).pressSequentially(typed, { delay: 20 })
    await expect(options(page).first()).toBeVisible()
    await expect(page.getByRole('combobox', { name: search.label })).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('group', { name: suggest.kinds.title }).getByRole('option').first()).toContainText(
      /nước mắm/i,
    )
    await expect(page.getByRole('status').filter({ hasText: 'gợi ý' })).toHaveCount(1)
    expect(await box(page).boundingBox()).toEqual(place)
    faults.push(...(await look(page, 'vi')))
    expect(faults).toEqual([])
  })

test('the list of suggestions by keys', async ({ page }) => {
  await page.goto('/search')
  await box(page).pressSequentially('xu ly', { delay: 20 })
  await expect(options(page).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const second = options(page).nth(1)
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await expect(box(page)).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(box(page)).not.toHaveAttribute('aria-activedescendant')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(box(page)).toHaveValue('xu ly')
  await page.keyboard.press('ArrowDown')
  await expect(options(page).first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(page.getByRole('button', { name: search.submit, exact: true })).toBeFocused()

  await box(page).press('ArrowDown')
  const title = page.getByRole('group', { name: suggest.kinds.title }).getByRole('option').first()
  await expect(title).toBeVisible()
  const name = await title.textContent()
  for (let presses = 0; presses < 12 && (await title.getAttribute('aria-selected')) === 'false'; presses++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(name ?? '')
})

test('an input method is not disturbed', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/search/suggestions')) asked.push(new URL(request.url()).searchParams.get('q') ?? '')
  })
  await page.goto('/search')
  await box(page).focus()
  const keys = await page.context().newCDPSession(page)
  for (const text of ['n', 'nu', 'nuo', 'nướ', 'nước'])
    await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await page.waitForTimeout(400)
  expect(asked).toEqual([])
  await keys.send('Input.insertText', { text: 'nước' })
  await expect(options(page).first()).toBeVisible()
  expect(asked).toEqual(['nước'])
  // The Enter that ends a composition is the input method's.
  await page.keyboard.press('ArrowDown')
  await keys.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  })
  await expect(page).toHaveURL(/\/search$/)
})

test('what was searched for lately stays on the device', async ({ page }) => {
  const sent: string[] = []
  await page.goto('/')
  await box(page).fill('rong biển')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(search.titleFor('rong biển'))
  await page.goto('/')
  page.on('request', (request) => {
    if (request.resourceType() !== 'other') sent.push(request.url())
  })
  await box(page).click()
  await expect(page.getByRole('group', { name: suggest.recent }).getByRole('option')).toHaveText(['rong biển'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  const forget = page.getByRole('button', { name: suggest.forget })
  await expect(forget).toBeFocused()
  expect(sent).toEqual([])
  await page.keyboard.press('Enter')
  await box(page).click()
  await expect(page.getByRole('listbox')).toBeHidden()
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('technologies side by side, without script', async ({ visitor }) => {
  const page = await visitor({ script: false })
  await page.goto('/search?kind=technology')
  const picks = page.getByRole('checkbox', { name: compare.pick })
  await picks.nth(0).check()
  await picks.nth(1).check()
  await page.getByRole('button', { name: compare.submit }).click()
  await expect(heading(page)).toHaveText(compare.title)
  const table = page.getByRole('region', { name: compare.table })
  await expect(table.getByRole('columnheader')).toHaveCount(3)
  await expect(table.getByRole('rowheader', { name: compare.rows.price })).toContainText(/khác nhau|giống nhau/)

  await page.getByRole('link', { name: compare.onlyDifferent }).click()
  await expect(table.getByRole('rowheader').filter({ hasText: compare.same })).toHaveCount(0)
  await page.getByRole('link', { name: compare.add, exact: true }).click()
  await expect(page.getByText(compare.held(2))).toBeVisible()
  await expect(page.getByRole('checkbox', { name: compare.pick, checked: true })).toHaveCount(2)
  await box(page).fill('nước')
  await page.getByRole('button', { name: search.submit, exact: true }).click()
  await expect(page.getByText(compare.held(2))).toBeVisible()
  for (const pick of (await page.getByRole('checkbox', { name: compare.pick }).all()).slice(0, 5)) await pick.check()
  await page.getByRole('button', { name: compare.submit }).click()
  await expect(table.getByRole('columnheader')).toHaveCount(5)
  await expect(page.getByText(/^Bảng chỉ so sánh 4 công nghệ đầu tiên/)).toBeVisible()

  await table.getByRole('link', { name: compare.removeShort }).first().click()
  await expect(table.getByRole('columnheader')).toHaveCount(4)
  await table.getByRole('columnheader').nth(1).getByRole('link').first().click()
  await page.getByRole('link', { name: compare.withOthers }).click()
  await expect(table.getByRole('columnheader')).toHaveCount(2)
  await expect(page.getByText(compare.one)).toBeVisible()
})

for (const language of languages)
  test(`a comparison is in order, in ${language}`, async ({ page }) => {
    const faults = watch(page)
    await page.goto('/search?kind=technology')
    const ids = await page
      .getByRole('checkbox', { name: compare.pick })
      .evaluateAll((all) => all.slice(0, 4).map((one) => (one as HTMLInputElement).value))
    await page.goto(localPath(language, `/compare?${ids.map((id) => `id=${id}`).join('&')}`))
    faults.push(...(await look(page, language)))
    // On a phone the table is scrolled by keys.
    const table = page.getByRole('region', { name: messagesOf(language).catalogue.compare.table })
    await table.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })

test('why a result was found, without script', async ({ visitor }) => {
  const page = await visitor({ script: false })
  await page.goto('/search?q=xu+ly+nuoc+thai&kind=technology')
  await page.getByRole('link', { name: search.why }).click()
  await expect(page).toHaveURL(/q=xu\+ly\+nuoc\+thai&kind=technology&why=1/)
  await expect(page.getByText(search.whyTitle).first()).toBeVisible()
  await page.getByRole('link', { name: search.whyHide }).click()
  await expect(page).not.toHaveURL(/why/)
})

test('nothing found is no dead end', async ({ visitor }) => {
  const page = await visitor({ script: false })
  await page.goto('/search?q=n%C6%B0%E1%BB%9Bc+m%E1%BA%AFm&trl=research&province=01')
  await expect(page.getByText(search.emptyTight('nước mắm'))).toBeVisible()
  await expect(page.getByRole('list', { name: search.nearest.widened }).getByRole('listitem').first()).toBeVisible()
  await page.getByRole('link', { name: /^Bỏ tất cả bộ lọc: \d+ kết quả/ }).click()
  expect(await total(page)).toBeGreaterThan(0)

  await page.goto('/search?q=khongcogica')
  await expect(page.getByRole('list', { name: search.nearest.newest }).getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('link', { name: search.emptyNeed })).toHaveAttribute('href', /title=khongcogica/)
  await expect(page.getByRole('link', { name: search.emptyAlert })).toHaveAttribute('href', /q=khongcogica/)
  await page.getByRole('link', { name: search.nearestAll }).click()
  await expect(page.getByRole('list', { name: search.results })).toBeVisible()
})
