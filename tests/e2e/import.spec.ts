import { expect, type Page } from '@playwright/test'
import { messagesOf } from '#i18n/server'
import { findBySearching, scoreForPublication } from './support/listings.ts'
import { look, watch } from './support/look.ts'
import { mark } from './support/people.ts'
import { test } from './support/test.ts'

const { interchange, moderation } = messagesOf('vi')

for (const script of [true, false])
  test(`a file with one wrong row, ${script ? 'with' : 'without'} script`, async ({ as, visitor }) => {
    test.setTimeout(120_000)
    const number = mark()
    const titles = ['Máy bóc vỏ đậu phộng', 'Keo dán gỗ từ đạm đậu nành', 'Ván ép từ thân chuối'].map(
      (title) => `${title} ${number}`,
    )
    const [first = '', ...others] = titles
    const fileName = `danh-muc-${number}.csv`
    const rows = [
      'Mã,Tên công nghệ,Tóm tắt,Mô tả,Từ khóa,TRL',
      `A-${number}-1,${first},"Bóc 500 kg mỗi giờ, vỡ dưới 3 %.",Bóc bằng trục cao su và sàng rung.,đậu phộng; bóc vỏ; cơ khí,8`,
      ...others.map(
        (title, index) =>
          `A-${number}-${String(index + 2)},${title},Không phát thải formaldehyde.,Ép nóng ở 160 °C trong 6 phút.,gỗ; ván; vật liệu,6`,
      ),
      `A-${number}-4,Bếp hóa khí ${number},Đốt trấu.,Hóa khí ngược chiều.,bếp; trấu; hóa khí,12`,
    ]

    const owner = await as('tran-dai-nghiep', { script })
    const reviewer = await as('tham-tra-vien', { script })
    const faults = [watch(owner), watch(reviewer)]
    const lookAt = async (page: Page): Promise<void> => {
      // It is the same page without script.
      if (script) faults.push(await look(page, 'vi'))
      await page.setViewportSize({ width: 1280, height: 800 })
    }
    await owner.goto('/work/import')
    await owner.getByRole('radio', { name: interchange.kinds.technology }).check()
    await owner
      .getByLabel(interchange.file, { exact: true })
      .setInputFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) })
    await owner.getByRole('button', { name: interchange.upload }).click()
    await expect(owner.getByRole('heading', { name: interchange.mapping })).toBeVisible()
    await expect(owner.getByLabel(interchange.fieldNames.title, { exact: true }).locator('option:checked')).toHaveText(
      'Tên công nghệ',
    )
    await lookAt(owner)
    await owner.getByLabel(interchange.licence).fill('Dữ liệu của chính đơn vị')
    await owner.getByRole('radio', { name: interchange.landings.submitted }).check()
    await owner.getByRole('button', { name: interchange.check }).click()

    await expect(owner.getByText(interchange.checkedLead)).toBeVisible({ timeout: 30_000 })
    const bad = owner.getByRole('row').filter({ hasText: `Bếp hóa khí ${number}` })
    await expect(bad).toContainText(interchange.planned.refused)
    await expect(bad).toContainText(interchange.fields['row.trl'])
    await lookAt(owner)
    const report = await owner.request.get(`${new URL(owner.url()).pathname}/refused.csv`)
    expect(report.headers()['content-type']).toContain('text/csv')
    expect(await report.text()).toContain(`Bếp hóa khí ${number}`)

    await owner.getByRole('checkbox', { name: interchange.declare }).check()
    await owner.getByRole('button', { name: interchange.carryOut('3') }).click()
    await expect(owner.getByText(interchange.doneLead)).toBeVisible({ timeout: 30_000 })
    for (const title of titles)
      await expect(owner.getByRole('row').filter({ hasText: title })).toContainText(interchange.outcomes.created)
    await lookAt(owner)

    await reviewer.goto('/operator/reviews')
    await reviewer.getByLabel(moderation.queue.import).selectOption({ label: moderation.queue.option(fileName, '3') })
    await reviewer.getByRole('button', { name: moderation.queue.apply }).click()
    await expect(reviewer.getByText(moderation.queue.count('3'))).toBeVisible()
    await reviewer.getByRole('radio', { name: moderation.bulk.filtered('3') }).check()
    await scoreForPublication(reviewer, 'vi')
    await reviewer.getByRole('button', { name: moderation.bulk.submit }).click()
    await expect(reviewer.getByText(moderation.bulk.finished)).toBeVisible({ timeout: 30_000 })
    await expect(reviewer.getByText(moderation.bulk.line('3', '3'))).toBeVisible()
    await lookAt(reviewer)
    expect(faults.flat()).toEqual([])

    await findBySearching(await visitor({ script }), 'vi', `may boc vo dau phong ${number}`, first)
  })
