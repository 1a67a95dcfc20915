import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Troupe, troupe } from '../support/cast.ts'
import { createExchange, type Exchange } from '../support/remix.ts'

/** A pair of terms from its proposal to its use, through real requests. */
let exchange: Exchange
let institute: Troupe
let operator: Troupe

beforeAll(async () => {
  exchange = await createExchange()
  institute = await troupe('vien', 'institute')
  operator = await troupe('san', 'operator')
})

afterAll(() => exchange.close())

const text = async (path: string, as?: string) => (await exchange.fetch(path, as === undefined ? {} : { as })).text()
const member = () => institute.member.session
const officer = () => operator.member.session
const send = (path: string, as: string, form: Record<string, string | File>) => exchange.fetch(path, { as, form })

async function propose(a: string, b: string): Promise<string> {
  const answer = await send('/terms/new', member(), { form: 'translation', a, b, field: '211', source: 'TCVN' })
  expect(answer.headers.get('location')).toBe('/terms/new?done=term_proposed')
  const id = new RegExp(`/operator/terms/(term_\\w+)"[^>]*>[^/]*${b}`).exec(
    (await text('/operator/terms', officer())).replace(/<\/?span[^>]*>|<!-- -->/g, ''),
  )?.[1]
  expect(id).toBeDefined()
  return id ?? ''
}

describe('a proposed pair', () => {
  it('is in use once it is approved, in both languages of the page and in every file', async () => {
    const id = await propose('quartz crucible furnace', 'lò nung chén thạch anh')
    expect(await text('/terms?q=thach+anh')).not.toContain('quartz crucible furnace')
    const approved = await send(`/operator/terms/${id}`, officer(), { form: 'decide', version: '1', verb: 'approve' })
    expect(approved.headers.get('location')).toBe('/operator/terms?done=term_approve')
    for (const path of ['/terms?q=chen+thach+anh', '/en/terms?q=QUARTZ+crucible&origin=added&field=2'])
      expect(await text(path)).toContain('quartz crucible furnace')
    for (const format of ['tsv', 'csv', 'tbx']) {
      const file = await exchange.fetch(`/terms/export/${format}`)
      expect(file.headers.get('content-disposition')).toContain(`terms-en-vi.${format}`)
      expect(await file.text()).toContain('lò nung chén thạch anh')
    }
  })

  it('that is turned down is told to its organisation with the reason, and cannot be sent again', async () => {
    const id = await propose('spray congealing', 'phun đông tụ')
    const form = { form: 'decide', version: '1', verb: 'reject', reason: 'Chưa thấy dùng' }
    expect((await send(`/operator/terms/${id}`, officer(), form)).status).toBe(302)
    expect(await text('/terms/new', institute.owner.session)).toContain('Chưa thấy dùng')
    const again = await send('/terms/new', member(), { form: 'translation', a: 'spray congealing', b: 'phun đông tụ' })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('value="spray congealing"')
  })

  it('that another operator has decided meanwhile is a conflict that says so', async () => {
    const id = await propose('fluid bed granulation', 'tạo hạt tầng sôi')
    await send(`/operator/terms/${id}`, officer(), { form: 'decide', version: '1', verb: 'approve' })
    const late = await send(`/operator/terms/${id}`, operator.owner.session, {
      form: 'decide',
      version: '1',
      verb: 'reject',
      reason: 'Trùng nghĩa',
    })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Người khác vừa quyết định về cặp này.')
  })
})

describe('many pairs', () => {
  const lines = 'inkjet nozzle,vòi phun mực\nwrong;\ninkjet nozzle,vòi phun mực\nplate sealer,máy dán đĩa,203'

  it('are checked from a file, and added on the second press without it', async () => {
    const file = new File([`\ufeff${lines}`], 'terms.csv', { type: 'text/csv' })
    const checked = await send('/operator/terms/add-many', officer(), { form: 'check', file, source: 'Sổ tay' })
    expect(checked.status).toBe(200)
    const page = await checked.text()
    expect(page).toContain('2 cặp mới, 2 dòng không nhận')
    expect(page).toContain('Trùng với dòng 1.')
    const held = /name="text" value="([^"]*)"/.exec(page)?.[1] ?? ''
    expect(held).toContain('plate sealer')
    expect(await text('/terms?q=inkjet+nozzle')).not.toContain('vòi phun mực')
    const carried = await send('/operator/terms/add-many', officer(), { form: 'carry', text: held, source: 'Sổ tay' })
    expect(await carried.text()).toContain('2 cặp đã thêm, 2 dòng không nhận')
    expect(await text('/terms?q=inkjet+nozzle')).toContain('vòi phun mực')
  })

  it('that are no text are refused with what to do', async () => {
    for (const bytes of [new Uint8Array([0xff, 0xfe, 0x41, 0x00]), new Uint8Array([0x50, 0x4b, 3, 4, 0])]) {
      const file = new File([bytes], 'terms.xlsx')
      const answer = await send('/operator/terms/add-many', officer(), { form: 'check', file })
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('UTF-8')
    }
  })
})

describe('the pages', () => {
  it('show script in a term as text, and send none', async () => {
    const answer = await send('/terms/new', member(), { form: 'translation', a: '<script>alert(1)</script>', b: 'x' })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(await text('/terms')).not.toContain('<script')
  })

  it('know the kinds of file', async () => {
    expect((await exchange.fetch('/terms/export/xlsx')).status).toBe(404)
  })
})
