import { expect, type Page } from '@playwright/test'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { readFile } from 'node:fs/promises'
import { idIn } from './support/listings.ts'
import { look, watch } from './support/look.ts'
import { expectNotice, heading } from './support/people.ts'
import { openNotice } from './support/requests.ts'
import { test } from './support/test.ts'

test.describe.configure({ timeout: 180_000 })

/** Opens a published technology of the demonstration, found by searching; returns its id. */
async function openTechnology(page: Page, language: Language, query: string): Promise<string> {
  await page.goto(localPath(language, `/search?kind=technology&q=${encodeURIComponent(query)}`))
  await page.locator('main').locator('a[href*="/technologies/"]').first().click()
  await page.waitForURL(/\/technologies\/tech_/)
  return idIn(page, /\/technologies\/([^/?]+)/)
}

/** The methods, the inputs as a reader of the language types them, and the weights. */
async function work(page: Page, language: Language, path: string): Promise<void> {
  const { workbench: words, valuation } = messagesOf(language)
  const comma = language === 'vi' ? ',' : '.'
  await page.goto(localPath(language, `${path}/methods`))
  for (const method of ['relief_from_royalty', 'cost_replacement'] as const) {
    await page.getByRole('checkbox', { name: valuation.methods[method] }).check()
    await page.getByLabel(`${words.methods.reason}: ${valuation.methods[method]}`).fill(valuation.methodLeads[method])
  }
  await page.getByRole('button', { name: words.saveAndNext }).click()
  await expect(heading(page)).toHaveText(words.parts.inputs)
  // What is not needed is folded away.
  await page.locator('summary').filter({ hasText: words.inputs.others }).click()
  const slot = (name: keyof typeof valuation.slots) =>
    page.getByLabel(new RegExp(`^${valuation.slots[name].name.replace(/[()]/g, '.')} \\(`)).first()
  await slot('revenues').fill('10000; 14000; 18000; 20000; 20000')
  await slot('royaltyRate').fill('5')
  await slot('upkeepRate').fill(`0${comma}5`)
  await slot('taxRate').fill('20')
  await slot('discountRate').fill('22')
  await slot('labour').fill('1200')
}

const separator = { vi: '.', en: ',' } as const

for (const { language, asker, query } of [
  { language: 'vi', asker: 'vo-thi-thanh-tam', query: 'sấy' },
  { language: 'en', asker: 'nguyen-duc-toan', query: 'drying' },
] as const)
  test(`from a mandate to a report that anybody recomputes, in ${language}`, async ({ as, visitor }) => {
    const { workbench: words, messaging } = messagesOf(language)
    const enterprise = await as(asker)
    const faults = watch(enterprise)
    await openTechnology(enterprise, language, query)
    await enterprise.getByRole('link', { name: words.fromTechnology }).click()
    await expect(heading(enterprise)).toHaveText(words.start.title)
    faults.push(...(await look(enterprise, language)))
    await enterprise.setViewportSize({ width: 1280, height: 800 })
    await enterprise.getByRole('link', { name: words.startMandate }).click()
    await expect(heading(enterprise)).toHaveText(words.start.mandateTitle)
    await enterprise.getByLabel(words.mandate.valuer).selectOption({ index: 1 })
    await enterprise.getByRole('radio', { name: words.mandate.oneSide }).check()
    await enterprise.getByLabel(words.head.purpose).fill('Góp vốn bằng công nghệ')
    await enterprise.getByLabel(words.mandate.fee).fill('60.000.000')
    await enterprise.getByLabel(words.mandate.deadline).fill('2099-12-31')
    faults.push(...(await look(enterprise, language)))
    await enterprise.setViewportSize({ width: 1280, height: 800 })
    await enterprise.getByRole('button', { name: words.start.mandateSubmit }).click()
    await expectNotice(enterprise, words.notices.mandate_asked)
    const mandate = `/work/mandates/${idIn(enterprise, /\/work\/mandates\/([^/?]+)/)}`

    // The valuer declares and accepts, without script.
    const valuer = await as('bui-thi-tuong-vi', { script: false })
    await valuer.goto(localPath(language, mandate))
    await expect(valuer.getByText(words.mandate.yourTurn)).toBeVisible()
    const form = valuer.locator('form#accept')
    await form.getByLabel(words.mandate.accreditation, { exact: true }).fill('IX-0123')
    await form.getByLabel(words.mandate.accreditationBody).fill('Bộ Tài chính')
    await form.getByLabel(words.mandate.accreditedUntil).fill('2099-01-01')
    await form.getByRole('button', { name: words.mandate.accept }).click()
    await expect(valuer.getByRole('alert')).toBeVisible()
    await form.getByRole('radio', { name: words.mandate.conflicts.none }).check()
    await form.getByRole('button', { name: words.mandate.accept }).click()
    await expectNotice(valuer, words.notices.mandate_accept)
    await openNotice(
      enterprise,
      language,
      messaging.news['mandate.accept'].heading.replace('{title}', '').replace(': ', ''),
    )

    // The valuer's assessor works with script: the result follows what is typed.
    const assessor = await as('tham-dinh-vien')
    faults.push(...watch(assessor))
    await assessor.goto(localPath(language, mandate))
    await assessor.getByRole('link', { name: words.mandate.open }).click()
    const path = `/work/valuations/${idIn(assessor, /\/work\/valuations\/([^/?]+)/)}`
    await work(assessor, language, path)
    const mark = separator[language]
    await expect(assessor.getByText(`1${mark}200${mark}000${mark}000`).first()).toBeVisible()
    await expect(assessor.getByText(words.inputs.live)).toBeVisible()
    await assessor.getByRole('button', { name: words.saveAndRecalculate }).click()
    await expectNotice(assessor, words.notices.valuation_saved)
    faults.push(...(await look(assessor, language)))

    await assessor.goto(localPath(language, `${path}/risk`))
    const spreads = assessor.getByLabel(words.risk.spread)
    await spreads.nth(0).selectOption('triangular')
    await assessor
      .getByLabel(new RegExp(`^${words.risk.figures}`))
      .nth(0)
      .fill('80; 100; 120')
    await assessor.getByRole('group', { name: words.risk.moved }).getByRole('checkbox').first().check()
    await assessor.getByRole('button', { name: words.risk.run }).click()
    await expectNotice(assessor, words.notices.valuation_saved)
    await expect(assessor.getByText(words.charts.distribution).first()).toBeVisible()
    faults.push(...(await look(assessor, language)))

    await assessor.goto(localPath(language, `${path}/conclusion`))
    const weights = assessor.getByLabel(new RegExp(`^${words.conclusion.weight}`))
    const reasons = assessor.getByLabel(new RegExp(`^${words.conclusion.reason}:`))
    for (const [at, weight] of ['60', '40'].entries()) {
      await weights.nth(at).fill(weight)
      await reasons.nth(at).fill('Có số liệu')
    }
    await assessor.getByRole('button', { name: words.saveAndRecalculate }).click()
    await expectNotice(assessor, words.notices.valuation_saved)
    await assessor.goto(localPath(language, `${path}/report`))
    await expect(assessor.getByRole('button', { name: words.report.sign })).toHaveCount(0)

    // Whoever signs for the valuer signs; the client reads, downloads and anybody recomputes.
    await valuer.goto(localPath(language, `${path}/report`))
    await valuer.getByRole('button', { name: words.report.sign }).click()
    await expectNotice(valuer, words.notices.report_signed)
    await enterprise.goto(localPath(language, mandate))
    await enterprise.getByRole('link', { name: words.report.number(1) }).click()
    await expect(heading(enterprise)).toHaveText(words.report.number(1))
    faults.push(...(await look(enterprise, language)))
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        enterprise.waitForEvent('download'),
        enterprise.getByRole('link', { name }).click(),
      ])
      return download.path()
    }
    const pdf = await readFile(await saved(words.report.pdf(words.report.languages[language])))
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const report = await readFile(await saved(words.report.json), 'utf8')

    const anybody = await visitor({ script: false, width: 360 })
    const check = async (text: string) => {
      await anybody.goto(localPath(language, '/verify'))
      await anybody
        .getByLabel(words.verify.file)
        .setInputFiles({ name: 'report.json', mimeType: 'application/json', buffer: Buffer.from(text) })
      await anybody.getByRole('button', { name: words.verify.submit }).click()
    }
    await check(report)
    await expect(anybody.getByText(words.verify.equal)).toBeVisible()
    await expect(anybody.getByText(words.verify.signedHere)).toBeVisible()
    await check(report.replace(/"weighted":(\d+)/, '"weighted":1$1'))
    await expect(anybody.getByText(words.verify.differs)).toBeVisible()
    await check('{"format":"valuation-report"}')
    await expect(anybody.getByText(words.verify.unreadable)).toBeVisible()
    expect(faults).toEqual([])
  })
