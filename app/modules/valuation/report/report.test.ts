import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hasPoppler, hasWriter, pagesOf, printed } from '../../../../tests/support/pdf.ts'
import { plain, unpacked } from '../../../../tests/support/spreadsheet.ts'
import {
  bareModel,
  choice,
  input,
  number,
  reconciledModel,
  series,
  table,
  triangular,
  withApproach,
  withInputs,
} from '../../../../tests/support/valuation-model.ts'
import { parseReport, reportOf, resultsOf, type ValuationModel } from '../index.ts'
import { type ReportParticulars } from '../model/report.ts'
import { reportDocument, reportDocx, reportPdf } from './report-document.server.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const mandated: ReportParticulars = {
  kind: 'mandated',
  issuedAt: '2025-10-02T03:00:00.000Z',
  valuer: { name: 'Nguyễn Thẩm Định', licenceNumber: 'VI14.999', organisation: 'Công ty Định giá Ví Dụ' },
  independence: 'Người định giá không có lợi ích đối với công nghệ này.',
  limits: ['Chỉ dùng cho mục đích đã nêu.', 'Số liệu chưa được kiểm toán.'],
}
const estimate: ReportParticulars = {
  ...mandated,
  kind: 'private_estimate',
  valuer: { ...mandated.valuer, licenceNumber: null },
}

async function reported(model: ValuationModel, particulars = mandated) {
  const report = await reportOf(model, resultsOf(model), particulars, sha256)
  const parsed = parseReport(JSON.parse(JSON.stringify(report)))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.value
}

const signatureOf = (hash: string) => ({
  signedBy: 'Nguyễn Thẩm Định',
  organisation: 'Công ty Định giá Ví Dụ',
  signedAt: Date.UTC(2025, 9, 2, 3, 5),
  hash,
  verifyAddress: 'https://san.example.vn/tinh-lai',
})

/** A series, a step or an input of every kind there is, and more inputs than fit on a page. */
function largeModel(): ValuationModel {
  const many = Array.from({ length: 200 }, (_, at) => input(`more_${at}`, 'money', number(`${at}.5`)))
  const rows = Array.from({ length: 90 }, (_, at) => [
    `Giao dịch ${at + 1}`,
    `${at + 100}`,
    ...Array<string>(12).fill('0.01'),
  ])
  const columns = ['id', 'price', ...Array.from({ length: 12 }, (_, at) => `factor_${at}`)]
  const stages = input(
    'plan',
    'none',
    table(['name', 'cost', 'years', 'probability'], ['Thử nghiệm', '100', '1', '0.5']),
  )
  const model = withInputs(
    reconciledModel(),
    ...many,
    input('deals', 'money', table(columns, ...rows)),
    stages,
    input('gain', 'money', series('900', '900'), triangular('0.5', '1', '1.5', 'factor')),
    input('start', 'none', choice('start')),
  )
  const wide = withApproach(model, 'wide', 'market_comparables', { comparables: 'deals' })
  return withApproach(wide, 'staged', 'risk_adjusted_stages', {
    stages: 'plan',
    payoff: 'gain',
    discountRate: 'rate',
    costTiming: 'start',
  })
}

describe('a report as a document', () => {
  it.skipIf(!hasPoppler)('says in Vietnamese all that it states, letter for letter', async () => {
    const report = await reported(reconciledModel())
    const pages = pagesOf(await reportPdf(report, 'vi', signatureOf(report.hash)))
    const text = pages.join(' ')
    for (const part of [
      'Báo cáo thẩm định giá công nghệ',
      'Màng lọc nano',
      'Quyền sử dụng độc quyền',
      '3.065.136.263 ₫',
      'Ba tỷ không trăm sáu mươi lăm triệu một trăm ba mươi sáu nghìn hai trăm sáu mươi ba đồng',
      'từ 2.000.432.146 ₫ đến 5.105.778.710 ₫',
      'Phương pháp tiền sử dụng tài sản vô hình',
      'Lý do lựa chọn: Phù hợp',
      'Rev·(ρ − m)·(1 − τ)',
      '10000·(0,05 − 0,005)·(1 − 0,2)',
      'phân phối tam giác: nhỏ nhất',
      '3 %; khả dĩ nhất 5 %; lớn nhất 8 %',
      'Nguyễn Thẩm Định',
      '01/10/2025',
      'Xác suất vượt 2.000 triệu đồng',
      'Chỉ dùng cho mục đích đã nêu.',
      'VI14.999',
      'https://san.example.vn/tinh-lai',
      '02/10/2025 10:05',
    ])
      expect(text.toLowerCase()).toContain(part.toLowerCase())
    expect(text.replace(/\s/g, '')).toContain(report.hash)
    expect(text).not.toMatch(/undefined|NaN|\[object|TĐGVN/)
    expect(text).not.toContain('Bản thảo')
  })

  it.skipIf(!hasPoppler)('says the same in English', async () => {
    const report = await reported(reconciledModel())
    const text = pagesOf(await reportPdf(report, 'en', signatureOf(report.hash))).join(' ')
    for (const part of [
      'Technology valuation report',
      'Nano filter membrane',
      '₫3,065,136,263',
      'Relief-from-royalty method',
      '10000·(0.05 − 0.005)·(1 − 0.2)',
      'Input royalty',
    ])
      expect(text).toContain(part)
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    expect(text).not.toMatch(/Phương pháp|Giá trị|Đầu vào/)
  })

  it.skipIf(!hasPoppler)('heads every page of an estimate and of a draft with what they are', async () => {
    const report = await reported(reconciledModel(), estimate)
    const signed = pagesOf(await reportPdf(report, 'vi', signatureOf(report.hash)))
    for (const page of signed) expect(page).toContain('Ước tính tham khảo, không phải chứng thư thẩm định giá')
    const draft = pagesOf(await reportPdf(report, 'en', null))
    for (const page of draft)
      expect(page).toContain('Reference estimate, not a valuation certificate · Draft, not signed')
  })

  it('gives the same bytes for the same report', async () => {
    const report = await reported(reconciledModel())
    const [one, other] = [await reportPdf(report, 'vi', null), await reportPdf(report, 'vi', null)]
    expect(Buffer.compare(one, other)).toBe(0)
  })

  it.skipIf(!hasPoppler)(
    'holds a large model: 200 more inputs, long and wide tables, two methods alike',
    async () => {
      const report = await reported(largeModel())
      for (const language of ['vi', 'en'] as const) {
        const pages = pagesOf(await reportPdf(report, language, null))
        const text = pages.join(' ')
        expect(text).toContain(language === 'vi' ? 'Đầu vào more_199' : 'Input more_199')
        expect(text).toContain('Giao dịch 90')
        expect(text).toContain('(wide)')
        // Weights are missing, so there is no point to move; that is said in words.
        expect(text).not.toMatch(/reconciliation|uncertainty|sensitivity:/)
        expect(text).not.toMatch(/undefined|NaN|\[object/)
      }
    },
    60_000,
  )

  it.each([
    ['nothing in it', bareModel()],
    ['a method without inputs', withApproach(bareModel(), 'empty', 'relief_from_royalty', {})],
    [
      'a method that is not in use',
      {
        ...bareModel(),
        approaches: [{ id: 'off', method: 'real_option', enabled: false, reason: 'Không có quyền chọn', inputs: {} }],
      } satisfies ValuationModel,
    ],
  ])('is made of a model with %s', async (_, model) => {
    const report = await reported(model)
    for (const language of ['vi', 'en'] as const) {
      const document = reportDocument(report, language, null)
      expect(JSON.stringify(document)).not.toMatch(/undefined|NaN|\[object/)
      expect((await reportPdf(report, language, null)).length).toBeGreaterThan(1000)
      expect((await reportDocx(report, language, null)).length).toBeGreaterThan(1000)
    }
  })

  it('names the input that a method would not take', async () => {
    const { blocks } = reportDocument(
      await reported(withApproach(bareModel(), 'empty', 'relief_from_royalty', {})),
      'vi',
      null,
    )
    expect(blocks).toContainEqual({
      kind: 'paragraph',
      tone: 'caution',
      text: 'Không tính được. Doanh thu dự báo: Chưa có giá trị.',
    })
  })

  it('keeps what people wrote from becoming markup', async () => {
    const model = reconciledModel()
    const title = { vi: 'Màng <b>&amp; lọc', en: '' }
    const report = await reported({ ...model, head: { ...model.head, subject: { ...model.head.subject, title } } })
    expect(reportDocument(report, 'en', null).title).toContain('Màng <b>&amp; lọc')
    const parts = unpacked(Buffer.from(await reportDocx(report, 'en', null)))
    expect(plain((parts.get('word/document.xml') ?? '').replace(/<[^>]*>/g, ''))).toContain('Màng <b>&amp; lọc')
  })

  it.skipIf(!hasWriter)(
    'opens in an office program (left out where LibreOffice Writer is not installed)',
    async () => {
      const report = await reported(reconciledModel(), estimate)
      const pages = pagesOf(printed(await reportDocx(report, 'vi', null)))
      expect(pages.length).toBeGreaterThan(4)
      for (const page of pages) expect(page).toContain('Ước tính tham khảo, không phải chứng thư thẩm định giá')
      expect(pages.join(' ')).toContain('Ba tỷ không trăm sáu mươi lăm triệu')
    },
    120_000,
  )
})
