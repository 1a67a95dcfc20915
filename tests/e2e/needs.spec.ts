import { expect, type Page } from '@playwright/test'
import { demonstrationOrganisations } from '../../db/seed/content/organisations.ts'
import { messagesOf } from '#i18n/server'
import { findBySearching, idIn, publish } from './support/listings.ts'
import { expectNotice, heading, mark } from './support/people.ts'
import { move, openNotice } from './support/requests.ts'
import { test } from './support/test.ts'

const { deals, messaging, needs, site } = messagesOf('vi')

const seeker = demonstrationOrganisations.find(({ key }) => key === 'thuy-san-tam-quan')

for (const script of [true, false])
  test(`a need whose name is hidden, ${script ? 'with' : 'without'} script`, async ({ as, visitor }) => {
    test.setTimeout(120_000)
    const name = seeker?.name.vi ?? ''
    expect(name).not.toBe('')
    const number = mark()
    const title = `Tìm cách thu hồi protein từ nước rửa cá, đợt ${number}`
    const expectUnnamed = async (page: Page): Promise<void> => {
      await expect(heading(page)).toBeVisible()
      expect(await page.content()).not.toContain(name)
    }

    const enterprise = await as('truong-thi-kim-ngan', { script })
    await enterprise.goto('/work/needs/new')
    await enterprise.getByLabel(needs.start.name).fill(title)
    await enterprise.getByRole('button', { name: needs.start.submit }).click()
    await expect(heading(enterprise)).toHaveText(needs.steps.what)
    await enterprise
      .getByLabel(needs.texts.wanted, { exact: true })
      .fill('Thu hồi ít nhất 60 % protein, 20 m³ mỗi giờ.')
    await enterprise.getByLabel(needs.texts.reason, { exact: true }).fill('Nước rửa đang xả bỏ.')
    await enterprise.getByLabel(needs.form.field(1), { exact: true }).selectOption({ index: 4 })
    await enterprise.getByRole('button', { name: needs.steps.next }).click()
    await expect(heading(enterprise)).toHaveText(needs.steps.terms)
    const first = enterprise.getByRole('group', { name: needs.form.criterionNumber(1) })
    if (!(await first.isVisible())) await enterprise.getByRole('button', { name: needs.form.addCriterion }).click()
    await first.getByLabel(needs.form.criterionKind).selectOption('must')
    await first.getByLabel(needs.form.criterionVi, { exact: true }).fill('Công suất ít nhất 20 m³/giờ')
    await enterprise.getByRole('button', { name: needs.steps.next }).click()
    await expect(heading(enterprise)).toHaveText(needs.steps.openness)
    await enterprise.getByRole('checkbox', { name: needs.form.hideName }).check()
    await enterprise.getByRole('button', { name: needs.steps.finish }).click()
    await expect(heading(enterprise)).toHaveText(title)
    const id = idIn(enterprise, /\/work\/needs\/([^/?]+)/)
    await enterprise.getByRole('button', { name: needs.own.verbs.submit }).click()
    await expectNotice(enterprise, needs.notices.need_submit)

    await publish(await as('tham-tra-vien', { script }), 'vi', title)

    const reader = await visitor({ script })
    await findBySearching(reader, 'vi', `thu hoi protein nuoc rua ca ${number}`, title)
    await expectUnnamed(reader)
    await expect(reader.getByText(needs.page.hiddenOwner(site.organisationKinds.enterprise)).first()).toBeVisible()

    const institute = await as('le-thi-bich-van', { script })
    await institute.goto(`/needs/${id}`)
    await expectUnnamed(institute)
    await institute.getByRole('link', { name: needs.page.answer }).first().click()
    await expectUnnamed(institute)
    await institute.getByLabel(deals.form.offered).fill('Kết tủa đẳng điện rồi ly tâm, thu hồi 72 %.')
    await institute.getByLabel(deals.form.message).fill('Chúng tôi có mô hình 5 m³ mỗi giờ.')
    await institute.getByRole('button', { name: deals.form.sendAnswer }).click()
    await expectNotice(institute, deals.notices.request_sent)
    await expectUnnamed(institute)
    const request = new URL(institute.url()).pathname
    await institute.goto('/requests')
    await expect(institute.locator('main').getByRole('listitem').filter({ hasText: title })).not.toContainText(name)

    await openNotice(enterprise, 'vi', messaging.news['request.made'].heading.replace('{title}', title))
    await expect(enterprise).toHaveURL(new RegExp(request))
    await move(enterprise, 'vi', 'accept', 'Mời Quý đơn vị đến nhà máy.')

    await openNotice(institute, 'vi', messaging.news['request.accept'].heading.replace('{title}', title))
    await expect(institute.getByText(name).first()).toBeVisible()
    await reader.reload()
    await expectUnnamed(reader)
    const rival = await as('bui-van-truc', { script })
    await rival.goto(`/needs/${id}`)
    await expectUnnamed(rival)
    expect((await rival.goto(request))?.status()).toBe(404)
  })
