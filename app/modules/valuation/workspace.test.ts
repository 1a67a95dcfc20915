import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { reader, transaction } from '#db'
import { processFaults } from '#kernel'
import { organisations } from '#modules/accounts/server'
import { listings } from '#modules/listings/server'
import { historyOf } from '#modules/audit/server'
import { type Player, type Troupe, troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { publishTechnology } from '../../../tests/support/searches.ts'
import {
  actor,
  ask,
  declaration,
  estimate,
  formKey,
  refusal,
  save,
  sign,
  signing,
  typed,
  value,
  worked,
} from '../../../tests/support/valuations.ts'
import { mandateProcess } from './mandate.ts'
import { closeComputing } from './computing/computing.server.ts'
import {
  checkReport,
  draftFile,
  editValuation,
  mandatePage,
  moveMandate,
  ownMandates,
  ownValuations,
  ownValuationsOf,
  reportFile,
  signedReport,
  signReport,
  startFacts,
  subjectInView,
  valuationFacts,
  valuersOpen,
} from './index.server.ts'
import { valuationReports } from './valuation.tables.server.ts'

let institute: Troupe
let enterprise: Troupe
let valuer: Troupe
let technologyId: string

beforeEach(async () => {
  const close = await freshDatabase()
  institute = await troupe('vien', 'institute')
  enterprise = await troupe('cong-ty', 'enterprise')
  valuer = await troupe('tham-dinh', 'intermediary')
  await transaction((tx) =>
    tx
      .update(organisations)
      .set({ services: ['valuation'] })
      .where(eq(organisations.id, valuer.organisationId)),
  )
  technologyId = await publishTechnology(institute.organisationId, 'Máy sấy bơm nhiệt', 'Giảm 35 % điện năng')
  return close
})

afterAll(closeComputing)

describe('a private estimate', () => {
  it('links to what is valued only while that is in public view', async () => {
    const { id } = value(await estimate(institute.member, technologyId))
    const facts = value(await valuationFacts({ actor: await actor(institute.member), id }))
    const shown = async () => [
      await subjectInView(facts),
      value(await startFacts({ actor: await actor(institute.member), technologyId, otherId: null })).published,
    ]
    expect(await shown()).toEqual([true, true])
    await transaction((tx) => tx.update(listings).set({ state: 'suspended' }).where(eq(listings.id, technologyId)))
    expect(await shown()).toEqual([false, false])
  })

  it('is for its own organisation only, and brings in what the exchange knows', async () => {
    const { id } = value(await estimate(enterprise.member, technologyId))
    const facts = value(await valuationFacts({ actor: await actor(enterprise.viewer), id }))
    expect(facts).toMatchObject({ kind: 'private_estimate', mayEdit: false, maySign: false })
    expect(await subjectInView(facts)).toBe(true)
    expect(facts.model.head.subject.title.vi).toBe('Máy sấy bơm nhiệt')
    for (const other of [institute.owner, valuer.owner]) {
      expect(refusal(await valuationFacts({ actor: await actor(other), id }))?.status).toBe(404)
      expect(await ownValuationsOf(await actor(other), technologyId)).toEqual([])
      expect(refusal(await sign2(other, id))?.status).toBe(404)
    }
    expect(await ownValuationsOf(await actor(enterprise.viewer), technologyId)).toHaveLength(1)
    expect(value(await ownValuations({ actor: await actor(enterprise.viewer), page: 1 })).total).toBe(1)
  })

  const sign2 = async (player: Player, id: string) =>
    signReport({ actor: await actor(player), id, input: { version: 1, ...signing } })

  it('is made once by one form, and not by viewers or of what is not there', async () => {
    const key = formKey()
    const one = value(await estimate(enterprise.member, technologyId, { formKey: key }))
    expect(value(await estimate(enterprise.member, technologyId, { formKey: key })).id).toBe(one.id)
    expect(refusal(await estimate(enterprise.viewer, technologyId))?.code).toBe('auth.role')
    expect(refusal(await estimate(enterprise.member, 'tech_none'))?.status).toBe(404)
  })

  it('keeps who entered what, and refuses a version that is no longer there', async () => {
    const { id } = value(await estimate(enterprise.member, technologyId))
    await worked(enterprise.member, id)
    const by = await actor(enterprise.signatory)
    const facts = value(await valuationFacts({ actor: by, id }))
    value(
      await editValuation({
        actor: by,
        id,
        part: 'inputs',
        language: 'vi',
        input: { version: facts.version, inputs: [typed('royalty_rate', '4'), typed('upkeep_rate', '0,5')] },
      }),
    )
    const stale = await editValuation({
      actor: by,
      id,
      part: 'inputs',
      language: 'vi',
      input: { version: facts.version, inputs: [typed('royalty_rate', '9')] },
    })
    expect(refusal(stale)).toMatchObject({ code: 'version_conflict', status: 409 })
    const { model } = value(await valuationFacts({ actor: by, id }))
    const enteredBy = (input: string) => model.inputs.find((one) => one.id === input)?.enteredBy.name
    expect(enteredBy('royalty_rate')).toBe('Người dùng cong-ty-signatory')
    expect(enteredBy('upkeep_rate')).toBe('Người dùng cong-ty-member')
  })

  it('names the fields that cannot be read and keeps the model as it was', async () => {
    const { id } = value(await estimate(enterprise.member, technologyId))
    await worked(enterprise.member, id)
    const wrong = await save(enterprise.member, id, 'inputs', { inputs: [typed('royalty_rate', 'năm')] })
    expect(refusal(wrong)).toMatchObject({ status: 400, fields: { 'inputs[0].value': [{ code: 'figure' }] } })
    const weights = await save(enterprise.member, id, 'conclusion', {
      weights: [{ approach: 'relief_from_royalty', weight: '160', reason: '' }],
      range: 'stated',
      low: '1',
      high: 'x',
      point: 'weighted',
    })
    expect(Object.keys(refusal(weights)?.fields ?? {}).sort()).toEqual(['high', 'rangeReason', 'weights[0].weight'])
    const { model } = value(await valuationFacts({ actor: await actor(enterprise.member), id }))
    expect(model.reconciliation.weights).toHaveLength(2)
  })

  it('is signed with a report that recomputes equal, which the exchange knows as its own', async () => {
    const { id } = value(await estimate(enterprise.member, technologyId))
    expect(refusal(await sign(enterprise.member, id))?.code).toBe('valuation.no_point')
    await worked(enterprise.member, id)
    const reportId = value(await sign(enterprise.member, id))
    const { signed } = value(await signedReport({ actor: await actor(enterprise.viewer), id: reportId }))
    expect(signed).toMatchObject({ number: 1, signerName: 'Người dùng cong-ty-member' })
    expect(signed.report.particulars).toMatchObject({
      kind: 'private_estimate',
      valuer: { licenceNumber: null },
      limits: ['Chỉ cho mục đích này.', 'Số liệu chưa kiểm toán.'],
    })
    expect(refusal(await signedReport({ actor: await actor(institute.owner), id: reportId }))?.status).toBe(404)
    const file = (text: string) => new File([text], 'report.json')
    const text = JSON.stringify(signed.report)
    expect(value(await checkReport(file(text)))).toMatchObject({
      found: { kind: 'equal' },
      signed: { by: 'Người dùng cong-ty-member' },
    })
    const changed = text.replace('"independence":"Không', '"independence":"Rất')
    expect(value(await checkReport(file(changed)))).toMatchObject({ found: { kind: 'report_changed' }, signed: null })
    await transaction((tx) => tx.update(valuationReports).set({ seal: 'x'.repeat(43) }))
    expect(value(await checkReport(file(text))).signed).toBeNull()
    expect(refusal(await checkReport(undefined))?.code).toBe('valuation.file_missing')
    const actions = (await historyOf(reader(), { kind: 'valuation', id }, 100)).map(({ action }) => action)
    expect(actions).toEqual(['valuation.start', 'valuation.sign'])
  })

  it('gives its report as files, the draft marked as one, to its own people only', async () => {
    const { id } = value(await estimate(enterprise.member, technologyId))
    await worked(enterprise.member, id)
    const reportId = value(await sign(enterprise.member, id))
    const by = await actor(enterprise.viewer)
    const beginning = ({ bytes }: { readonly bytes: Uint8Array }) =>
      Buffer.from(bytes.subarray(0, 4)).toString('latin1')
    expect(beginning(value(await reportFile({ actor: by, id: reportId, file: 'report-vi.pdf' })))).toBe('%PDF')
    expect(beginning(value(await reportFile({ actor: by, id: reportId, file: 'report-en.docx' })))).toBe('PK\x03\x04')
    expect(beginning(value(await draftFile({ actor: by, id, file: 'report-en.pdf' })))).toBe('%PDF')
    const other = await actor(institute.owner)
    expect(refusal(await reportFile({ actor: other, id: reportId, file: 'report.json' }))?.status).toBe(404)
    expect(refusal(await draftFile({ actor: other, id, file: 'report-vi.pdf' }))?.status).toBe(404)
  })

  it('keeps a signed report as it was when the model goes on', async () => {
    const { id } = value(await estimate(enterprise.member, technologyId))
    await worked(enterprise.member, id)
    const first = value(await sign(enterprise.member, id))
    value(await save(enterprise.member, id, 'inputs', { inputs: [typed('royalty_rate', '9')] }))
    const second = value(await sign(enterprise.member, id))
    const read = async (report: string) =>
      value(await signedReport({ actor: await actor(enterprise.member), id: report })).signed
    const [one, two] = [await read(first), await read(second)]
    expect([one.number, two.number]).toEqual([1, 2])
    expect(two.report.figures.base.reconciliation.point).toBeGreaterThan(
      one.report.figures.base.reconciliation.point ?? Infinity,
    )
  })
})

const asks = (player: Player, more: Record<string, string> = {}) =>
  ask(player, { technologyId, valuerId: valuer.organisationId, ...more })

async function move(player: Player, id: string, verb: string, input: Record<string, string> = {}) {
  const by = await actor(player)
  const { mandate } = value(await mandatePage({ actor: by, id }))
  return moveMandate({ actor: by, id, input: { verb, version: mandate.version, ...input } })
}

describe('a mandate', () => {
  it('has a sound process', () => {
    expect(processFaults(mandateProcess)).toEqual([])
  })

  it('goes from asking to the delivered report, which both parties read and nobody else', async () => {
    const { id } = value(await asks(enterprise.member))
    expect(refusal(await move(valuer.owner, id, 'accept'))?.fields).toHaveProperty('accreditation')
    value(await move(valuer.owner, id, 'accept', declaration))
    const page = value(await mandatePage({ actor: await actor(valuer.member), id }))
    const valuationId = page.valuationId ?? ''
    expect(page.mandate.state).toBe('accepted')
    expect(value(await mandatePage({ actor: await actor(enterprise.member), id })).valuationId).toBeNull()
    expect(refusal(await valuationFacts({ actor: await actor(enterprise.owner), id: valuationId }))?.status).toBe(404)
    await worked(valuer.member, valuationId)
    const kept = value(await valuationFacts({ actor: await actor(valuer.member), id: valuationId }))
    expect(kept.model.head).toMatchObject({ purpose: 'Góp vốn bằng công nghệ', right: { kind: 'ownership' } })
    expect(refusal(await sign(valuer.member, valuationId))?.code).toBe('auth.role')
    const reportId = value(await sign(valuer.signatory, valuationId))
    const { signed } = value(await signedReport({ actor: await actor(enterprise.viewer), id: reportId }))
    expect(signed.report.particulars).toMatchObject({
      kind: 'mandated',
      valuer: { name: 'Nguyễn Thẩm Định', licenceNumber: 'IX-0123' },
    })
    expect(refusal(await signedReport({ actor: await actor(institute.owner), id: reportId }))?.status).toBe(404)
    const done = value(await mandatePage({ actor: await actor(enterprise.viewer), id }))
    expect(done).toMatchObject({ mandate: { state: 'delivered' }, turn: null, verbs: [] })
    expect(done.reports).toHaveLength(1)
    expect(refusal(await sign(valuer.signatory, valuationId))?.code).toBe('wrong_state')
    expect(refusal(await save(valuer.member, valuationId, 'methods', { approaches: [] }))?.code).toBe('wrong_state')
  })

  it('of both sides begins once the other side has read the declaration and consented', async () => {
    const { id } = value(await asks(enterprise.member, { otherId: institute.organisationId }))
    expect(refusal(await mandatePage({ actor: await actor(institute.owner), id }))?.status).toBe(404)
    expect(value(await ownMandates({ actor: await actor(institute.owner), page: 1 })).total).toBe(0)
    expect(refusal(await move(valuer.owner, id, 'accept', declaration))?.code).toBe('wrong_state')
    value(
      await move(valuer.owner, id, 'accept_for_both', {
        ...declaration,
        conflict: 'disclosed',
        conflictText: 'Từng tư vấn',
      }),
    )
    expect(value(await mandatePage({ actor: await actor(valuer.owner), id })).valuationId).toBeNull()
    const seen = value(await mandatePage({ actor: await actor(institute.owner), id }))
    expect(seen.mandate.declaration).toMatchObject({ conflict: 'disclosed', conflictText: 'Từng tư vấn' })
    expect(refusal(await move(institute.member, id, 'consent'))?.code).toBe('auth.role')
    value(await move(institute.signatory, id, 'consent'))
    const { valuationId } = value(await mandatePage({ actor: await actor(valuer.owner), id }))
    await worked(valuer.member, valuationId ?? '')
    const reportId = value(await sign(valuer.owner, valuationId ?? ''))
    for (const reader of [enterprise.viewer, institute.viewer])
      expect((await signedReport({ actor: await actor(reader), id: reportId })).ok).toBe(true)
  })

  it('is refused, declined and withdrawn with a reason, each by its party', async () => {
    const one = value(await asks(enterprise.member)).id
    expect(refusal(await move(valuer.owner, one, 'decline'))?.fields).toHaveProperty('text')
    value(await move(valuer.owner, one, 'decline', { text: 'Không đúng chuyên môn' }))
    expect(refusal(await move(enterprise.member, one, 'withdraw', { text: 'Thôi' }))?.code).toBe('wrong_state')
    const two = value(await asks(enterprise.member, { otherId: institute.organisationId })).id
    expect(refusal(await move(enterprise.member, two, 'accept', declaration))?.code).toBe('not_your_turn')
    value(await move(valuer.owner, two, 'accept_for_both', declaration))
    value(await move(institute.owner, two, 'refuse', { text: 'Chưa cần' }))
    const three = value(await asks(enterprise.member)).id
    value(await move(enterprise.member, three, 'withdraw', { text: 'Đổi ý' }))
    const lines = value(await ownMandates({ actor: await actor(valuer.viewer), page: 1 })).lines
    expect(lines.map(({ state }) => state).sort()).toEqual(['declined', 'refused', 'withdrawn'])
  })

  it('closes the valuer’s work when it is withdrawn', async () => {
    const { id } = value(await asks(enterprise.member))
    value(await move(valuer.owner, id, 'accept', declaration))
    const { valuationId } = value(await mandatePage({ actor: await actor(valuer.member), id }))
    value(await move(enterprise.member, id, 'withdraw', { text: 'Đổi ý' }))
    const facts = value(await valuationFacts({ actor: await actor(valuer.member), id: valuationId ?? '' }))
    expect([facts.mayEdit, facts.maySign]).toEqual([false, false])
    expect(refusal(await save(valuer.member, valuationId ?? '', 'methods', { approaches: [] }))?.code).toBe(
      'wrong_state',
    )
  })

  it('is given to a verified valuer that is no side of the deal, by a verified organisation, once by one form', async () => {
    const other = await troupe('moi-gioi', 'intermediary')
    expect(refusal(await asks(enterprise.member, { valuerId: other.organisationId }))?.fields).toHaveProperty(
      'valuerId',
    )
    expect(refusal(await asks(valuer.member))?.fields).toHaveProperty('valuerId')
    expect(refusal(await asks(enterprise.viewer))?.code).toBe('auth.role')
    expect(refusal(await asks(enterprise.member, { otherId: other.organisationId }))?.fields).toHaveProperty('otherId')
    expect(refusal(await asks(enterprise.member, { deadline: '2020-01-01' }))?.fields).toHaveProperty('deadline')
    const unverified = await troupe('moi', 'enterprise', false)
    expect(refusal(await asks(unverified.owner))?.code).toBe('auth.unverified')
    const key = formKey()
    const one = value(await asks(enterprise.member, { formKey: key }))
    expect(value(await asks(enterprise.member, { formKey: key })).id).toBe(one.id)
    const valuers = await valuersOpen({ actor: await actor(enterprise.member), except: [institute.organisationId] })
    expect(valuers.map(({ id }) => id)).toEqual([valuer.organisationId])
    const start = value(
      await startFacts({ actor: await actor(enterprise.member), technologyId, otherId: other.organisationId }),
    )
    expect(start).toMatchObject({ isOwner: false, published: true, other: { id: institute.organisationId } })
  })

  it('is moved once where two press at the same time', async () => {
    const { id } = value(await asks(enterprise.member))
    const by = await actor(valuer.owner)
    const results = await Promise.all(
      [0, 1, 2].map(() => moveMandate({ actor: by, id, input: { verb: 'accept', version: 1, ...declaration } })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
