import { expect, type Page } from '@playwright/test'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { findBySearching, listTechnology, publish } from './support/listings.ts'
import { look, watch } from './support/look.ts'
import { expectNotice, heading, mark } from './support/people.ts'
import { move, openNotice } from './support/requests.ts'
import { test } from './support/test.ts'

test.describe.configure({ timeout: 240_000 })

const wide = { width: 1280, height: 800 }

/** The figures of an estimate that starts from terms, typed into the fields that the method asks for. */
async function estimate(page: Page, language: Language, figures: Readonly<Record<string, string>>): Promise<void> {
  const { negotiation, valuation, workbench } = messagesOf(language)
  await page.getByRole('button', { name: negotiation.value.start }).click()
  await expectNotice(page, workbench.notices.valuation_started)
  const others = page.locator('summary').filter({ hasText: workbench.inputs.others })
  await others.click()
  for (const [slot, text] of Object.entries(figures)) {
    const { name } = valuation.slots[slot as keyof typeof valuation.slots]
    await page
      .getByLabel(new RegExp(`^${name.replace(/[()]/g, '.')} \\(`))
      .first()
      .fill(text)
  }
  await page.getByRole('button', { name: workbench.saveAndRecalculate }).click()
  await expectNotice(page, workbench.notices.valuation_saved)
}

for (const { language, script } of [
  { language: 'vi', script: true },
  { language: 'en', script: false },
] as const)
  test(`from an offer of terms to agreement, each side seeing its own value, in ${language}`, async ({ as }) => {
    const { deals, messaging, negotiation, technologies } = messagesOf(language)
    const words = negotiation
    const separator = language === 'vi' ? '.' : ','
    const grouped = (figure: string) => figure.replaceAll('.', separator)
    const number = mark()
    const title = `${language === 'vi' ? 'Sấy rong nho bằng bơm nhiệt, mẻ' : 'Heat-pump drying of sea grapes, batch'} ${number}`
    const institute = await as('dang-thi-thuy-ha', { script })
    const faults: string[] = []
    // What looks at a page needs script on it.
    const see = async (page: Page): Promise<void> => {
      if (!script) return
      faults.push(...(await look(page, language)))
      await page.setViewportSize(wide)
    }
    await listTechnology(institute, language, {
      title,
      teaser:
        language === 'vi'
          ? 'Giảm 35 % điện năng so với sấy gió nóng mà giữ nguyên màu rong.'
          : 'Uses 35 % less electricity than hot air and keeps the colour of the sea grapes.',
      keywords: 'rong nho, sấy, bơm nhiệt',
    })
    await publish(await as('tham-tra-vien', { script }), language, title)

    const enterprise = await as('le-phuoc-vinh', { script })
    const complaints = [institute, enterprise].map(watch)
    await findBySearching(enterprise, language, title, title)
    await enterprise.getByRole('link', { name: technologies.sheet.ask }).first().click()
    await enterprise.getByLabel(deals.form.intendedUse).fill('Sấy 2 tấn rong mỗi ngày.')
    await enterprise.getByLabel(deals.form.message).fill('Chúng tôi muốn nhận quyền sử dụng.')
    await enterprise.getByRole('button', { name: deals.form.sendTransfer }).click()
    await expectNotice(enterprise, deals.notices.request_sent)
    await openNotice(institute, language, messaging.news['request.made'].heading.replace('{title}', title))
    await move(institute, language, 'accept', 'Mời Quý đơn vị trao đổi điều khoản.')

    // The institute offers; what does not fit is said beside what was typed, which stays.
    await institute.getByRole('link', { name: words.verbs.offer }).click()
    await expect(heading(institute)).toHaveText(words.form.titles.offer)
    await see(institute)
    await institute.getByRole('button', { name: words.form.addMilestone }).click()
    await institute.getByLabel(words.form.milestoneName).fill('Chạy thử')
    await institute.getByLabel(words.form.milestoneYear).fill('1')
    await institute.getByLabel(words.form.milestoneAmount).fill(grouped('200.000.000'))
    await institute.getByLabel(words.parts.upfront).fill('nhiều')
    await institute.getByLabel(words.form.royaltyRate).fill('4')
    await institute.getByRole('button', { name: words.form.submit }).click()
    await expect(institute.getByRole('alert')).toBeVisible()
    await expect(institute.getByLabel(words.form.milestoneName)).toHaveValue('Chạy thử')
    await institute.getByLabel(words.parts.upfront).fill(grouped('500.000.000'))
    await institute.getByLabel(words.parts.royaltyBase).selectOption('net_revenue')
    await institute.getByRole('button', { name: words.form.submit }).click()
    await expectNotice(institute, words.notices.terms_offered)
    const terms = new URL(institute.url()).pathname

    // The enterprise values them for itself, then makes a counter-offer.
    await openNotice(enterprise, language, messaging.news['terms.offer'].heading.replace('{title}', title))
    await expect(enterprise.getByRole('heading', { name: words.where.own })).toBeVisible()
    await estimate(enterprise, language, {
      sales: '4000; 6000; 8000',
      licenseeRate: '20',
      licenseeCashFlows: '800; 1500; 2500',
    })
    await enterprise.goto(terms)
    await expect(enterprise.getByText(words.value.transferee).first()).toBeVisible()
    await enterprise.getByRole('link', { name: words.verbs.counter }).click()
    await expect(enterprise.getByLabel(words.form.milestoneName)).toHaveValue('Chạy thử')
    await enterprise.getByLabel(words.parts.upfront).fill(grouped('300.000.000'))

    // Meanwhile the institute revises: nothing of what the enterprise typed is lost, and nothing is sent.
    await institute.goto(`${terms}/new`)
    await institute.getByLabel(words.parts.upfront).fill(grouped('450.000.000'))
    await institute.getByRole('button', { name: words.form.submit }).click()
    await expectNotice(institute, words.notices.terms_offered)
    await enterprise.getByRole('button', { name: words.form.submit }).click()
    await expect(enterprise.getByText(words.form.overtaken(2))).toBeVisible()
    await expect(enterprise.getByLabel(words.parts.upfront)).toHaveValue(grouped('300.000.000'))
    await enterprise.getByRole('button', { name: words.form.submit }).click()
    await expectNotice(enterprise, words.notices.terms_offered)
    await expect(enterprise.getByRole('img', { name: words.value.caption }).first()).toBeAttached()
    await see(enterprise)

    // The institute sees its own value, not the enterprise's, and accepts.
    await institute.goto(terms)
    await expect(institute.getByText(words.value.none)).toBeVisible()
    await estimate(institute, language, { sales: '4000; 6000; 8000', discountRate: '15', licensorCosts: '50' })
    await institute.goto(`${terms}/3`)
    await expect(institute.getByText(words.value.transferor, { exact: true })).toBeVisible()
    await expect(institute.getByText(words.value.transferee)).toHaveCount(0)
    await see(institute)
    await institute.goto(terms)
    await institute
      .locator('summary')
      .filter({ hasText: words.answers.accept(3) })
      .click()
    await institute.getByRole('button', { name: words.answers.accept(3) }).click()
    await expectNotice(institute, words.notices.terms_accept)
    await openNotice(enterprise, language, messaging.news['terms.accept'].heading.replace('{title}', title))
    await expect(enterprise.getByRole('heading', { name: words.where.agreed(3) })).toBeVisible()
    expect(new URL(enterprise.url()).pathname).toBe(localPath(language, terms.replace(/^\/en/, '')))
    // The browser tells of every answer that is a refusal: a form with a fault and one overtaken were meant.
    faults.push(...complaints.flat().filter((complaint) => !/status of 40[09]/.test(complaint)))
    expect(faults).toEqual([])
  })
