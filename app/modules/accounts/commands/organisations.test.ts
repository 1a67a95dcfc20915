import { beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db'
import { historyOf } from '#modules/audit/server'
import { letters } from '#platform/mail'
import { person, troupe } from '../../../../tests/support/cast.ts'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { organisationById, operatorsOf, signatoriesOf, workersOf } from '../queries/lookup.server.ts'
import { organisationMembers, ownOrganisation } from '../queries/own-organisation.server.ts'
import { verificationCase, verificationEvidence, verificationQueue } from '../queries/verification-queue.server.ts'
import { actorOf } from '../sessions.server.ts'
import { actAs } from './act-as.server.ts'
import { askVerification } from './ask-verification.server.ts'
import { changeMemberRole, leaveOrganisation, removeMember } from './change-member.server.ts'
import { createOrganisation } from './create-organisation.server.ts'
import { decideVerification } from './decide-verification.server.ts'
import { editOrganisation } from './edit-organisation.server.ts'

beforeEach(freshDatabase)

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? null : result.refusal?.code)

const given = {
  kind: 'intermediary',
  nameVi: 'Công ty Định giá Biển Đông',
  nameEn: 'Bien Dong Valuation',
  taxCode: '0123456789-001',
  province: '52',
  address: 'Số 1 đường Biển, phường Quy Nhơn',
  website: '',
  descriptionVi: 'Định giá công nghệ.',
  descriptionEn: '',
  services: 'valuation',
}

describe('an organisation', () => {
  it('is created by a person, who then acts as it and owns it', async () => {
    const { session, personId } = await person('an', false)
    const created = await createOrganisation(await actorOf(session), given)
    if (!created.ok) throw new Error('not created')
    const actor = await actorOf(session)
    expect(actor).toMatchObject({ organisation: { id: created.value, role: 'owner', verified: false } })
    expect(await organisationById(reader(), created.value)).toMatchObject({ services: ['valuation'], province: '52' })
    const [entry] = await historyOf(reader(), { kind: 'organisation', id: created.value })
    expect(entry).toMatchObject({ action: 'organisation.create', personId })
  })

  it('has a tax code of its own', async () => {
    const { session } = await person('an', false)
    const actor = await actorOf(session)
    await createOrganisation(actor, given)
    expect(await createOrganisation(actor, { ...given, taxCode: '0123456789001' })).toMatchObject({
      refusal: { fields: { taxCode: [{ code: 'tax_code_taken' }] } },
    })
    const second = await createOrganisation(actor, { ...given, taxCode: '0123456780' })
    const id = second.ok ? second.value : ''
    expect(await editOrganisation(await actorOf(session), id, { ...given, version: '1' })).toMatchObject({
      refusal: { fields: { taxCode: [{ code: 'tax_code_taken' }] } },
    })
    expect((await organisationById(reader(), id))?.taxCode).toBe('0123456780')
  })

  it('is created once when two ask for the same tax code at the same time', async () => {
    const [an, binh] = [await person('an', false), await person('binh', false)]
    const actors = [await actorOf(an.session), await actorOf(binh.session)]
    const both = await Promise.all(actors.map((actor) => createOrganisation(actor, given)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('cannot be created as the operator, nor an intermediary without services', async () => {
    const actor = await actorOf((await person('an', false)).session)
    expect(codeOf(await createOrganisation(actor, { ...given, kind: 'operator' }))).toBe('form.invalid')
    expect(await createOrganisation(actor, { ...given, services: undefined })).toMatchObject({
      refusal: { fields: { services: [{ code: 'services_missing' }] } },
    })
  })

  it('is edited by its owner, not over somebody else’s change', async () => {
    const { organisationId, owner, signatory } = await troupe('vien', 'institute')
    const edit = async (session: string, version: string, nameEn: string) =>
      editOrganisation(await actorOf(session), organisationId, { ...given, nameVi: 'Tổ chức vien', nameEn, version })
    expect(codeOf(await edit(signatory.session, '1', 'A'))).toBe('auth.role')
    expect(codeOf(await edit(owner.session, '1', 'First'))).toBeNull()
    expect(codeOf(await edit(owner.session, '1', 'Second'))).toBe('version_conflict')
    expect((await organisationById(reader(), organisationId))?.name.en).toBe('First')
    expect((await organisationById(reader(), organisationId))?.services).toEqual([])
  })

  it('loses its verification with its legal name or tax code, and with nothing else', async () => {
    const { organisationId, owner } = await troupe('vien', 'institute')
    const actor = await actorOf(owner.session)
    const facts = await organisationById(reader(), organisationId)
    const same = { ...given, nameVi: facts?.name.vi, taxCode: facts?.taxCode }
    expect(await editOrganisation(actor, organisationId, { ...same, version: '1' })).toMatchObject({
      value: { unverified: false },
    })
    expect(await editOrganisation(actor, organisationId, { ...same, nameVi: 'Tên khác', version: '2' })).toMatchObject({
      value: { unverified: true },
    })
    expect((await organisationById(reader(), organisationId))?.verification).toBe('unverified')
  })

  it('is not there for others', async () => {
    const { organisationId } = await troupe('vien', 'institute')
    const stranger = await actorOf((await troupe('cong-ty', 'enterprise')).owner.session)
    expect(codeOf(await ownOrganisation(stranger, organisationId))).toBe('not_found')
    expect(codeOf(await organisationMembers(stranger, organisationId))).toBe('not_found')
    expect(codeOf(await editOrganisation(stranger, organisationId, { ...given, version: '1' }))).toBe('not_found')
    expect(codeOf(await leaveOrganisation(stranger, organisationId))).toBe('not_found')
    expect(codeOf(await actAs(stranger, { organisation: organisationId }))).toBe('not_found')
    expect(codeOf(await askVerification(stranger, organisationId, { note: 'x' }, []))).toBe('not_found')
  })
})

describe('acting as an organisation', () => {
  it('is switched for the session alone', async () => {
    const { session } = await person('an', false)
    const first = await createOrganisation(await actorOf(session), given)
    await createOrganisation(await actorOf(session), { ...given, taxCode: '0123456780' })
    const id = first.ok ? first.value : ''
    const before = await actorOf(session)
    expect(codeOf(await ownOrganisation(before, id))).toBe('not_found')
    expect(codeOf(await actAs(before, { organisation: id }))).toBeNull()
    expect(codeOf(await ownOrganisation(await actorOf(session), id))).toBeNull()
  })
})

describe('the members', () => {
  it('get roles from the owner, and the last owner stays', async () => {
    const { organisationId, owner, signatory, member } = await troupe('vien', 'institute')
    const own = await actorOf(owner.session)
    expect(codeOf(await changeMemberRole(own, organisationId, { person: owner.personId, role: 'viewer' }))).toBe(
      'last_owner',
    )
    expect(codeOf(await leaveOrganisation(own, organisationId))).toBe('last_owner')
    expect(codeOf(await removeMember(own, organisationId, { person: owner.personId }))).toBe('last_owner')
    expect(codeOf(await changeMemberRole(own, organisationId, { person: member.personId, role: 'owner' }))).toBeNull()
    expect(codeOf(await leaveOrganisation(own, organisationId))).toBeNull()
    expect(await actorOf(owner.session)).toMatchObject({ organisation: null })
    const asSignatory = await actorOf(signatory.session)
    expect(codeOf(await removeMember(asSignatory, organisationId, { person: member.personId }))).toBe('auth.role')
  })

  it('keep an owner when the last two leave at the same time', async () => {
    const { organisationId, owner, member } = await troupe('vien', 'institute')
    const own = await actorOf(owner.session)
    await changeMemberRole(own, organisationId, { person: member.personId, role: 'owner' })
    const leaving = [own, await actorOf(member.session)].map((actor) => leaveOrganisation(actor, organisationId))
    expect((await Promise.all(leaving)).map(codeOf)).toEqual([null, 'last_owner'])
  })

  it('who is taken out no longer acts as the organisation', async () => {
    const { organisationId, owner, viewer } = await troupe('vien', 'institute')
    await removeMember(await actorOf(owner.session), organisationId, { person: viewer.personId })
    expect(await actorOf(viewer.session)).toMatchObject({ organisation: null, memberships: [] })
  })

  it('are looked up by what they may do', async () => {
    const { organisationId, owner, signatory, member } = await troupe('vien', 'institute')
    const operator = await troupe('san', 'operator')
    const names = (rows: readonly { personId: string }[]) => new Set(rows.map(({ personId }) => personId))
    expect(names(await signatoriesOf(reader(), organisationId))).toEqual(new Set([owner.personId, signatory.personId]))
    expect(names(await workersOf(reader(), organisationId))).toEqual(
      new Set([owner.personId, signatory.personId, member.personId]),
    )
    expect(names(await operatorsOf(reader()))).toEqual(
      new Set([operator.owner.personId, operator.signatory.personId, operator.member.personId]),
    )
  })
})

describe('verification', () => {
  const paper = () => new File(['Quyết định thành lập'], 'quyết-định.txt', { type: 'text/plain' })

  async function asked() {
    const operator = await troupe('san', 'operator')
    const { organisationId, ...people } = await troupe('vien', 'institute', false)
    const result = await askVerification(
      await actorOf(people.owner.session),
      organisationId,
      { note: 'Theo quyết định số 12.' },
      [paper()],
    )
    const queue = await verificationQueue(await actorOf(operator.member.session), { waiting: true, page: 1 })
    const id = queue.ok ? (queue.value.rows[0]?.id ?? '') : ''
    return { operator, organisationId, ...people, result, id }
  }

  it('is asked by the owner with evidence, once at a time, and the operator is told', async () => {
    const { operator, organisationId, owner, signatory, result } = await asked()
    expect(codeOf(result)).toBeNull()
    const again = async (session: string, files: File[]) =>
      askVerification(await actorOf(session), organisationId, { note: 'Lần nữa' }, files)
    expect(codeOf(await again(owner.session, [paper()]))).toBe('wrong_state')
    expect(codeOf(await again(signatory.session, [paper()]))).toBe('auth.role')
    const { total } = await letters(reader(), { recipient: operator.member.email, limit: 1, offset: 0 })
    expect(total).toBe(1)
  })

  it('needs one to five files of a kind that is taken', async () => {
    const { organisationId, owner } = await troupe('vien', 'institute', false)
    const actor = await actorOf(owner.session)
    const ask = (files: File[]) => askVerification(actor, organisationId, { note: 'Đề nghị' }, files)
    const wrong = (code: string) => ({ refusal: { fields: { evidence: [{ code }] } } })
    expect(await ask([])).toMatchObject(wrong('required'))
    expect(await ask(Array.from({ length: 6 }, paper))).toMatchObject(wrong('too_many_items'))
    expect(await ask([new File(['<script>'], 'a.pdf')])).toMatchObject(wrong('file.type'))
    expect((await organisationById(reader(), organisationId))?.verification).toBe('unverified')
  })

  it('is decided by the operator, once, on what was looked at', async () => {
    const { operator, organisationId, owner, id } = await asked()
    const clerk = await actorOf(operator.member.session)
    const decide = (more: object) => decideVerification(clerk, id, { decision: 'verified', reason: '', ...more })
    expect(codeOf(await decideVerification(await actorOf(owner.session), id, { decision: 'verified' }))).toBe(
      'not_found',
    )
    expect(codeOf(await decide({ decision: 'refused', version: '1' }))).toBe('form.invalid')
    expect(codeOf(await decide({ version: '7' }))).toBe('version_conflict')
    expect(await verificationCase(clerk, id)).toMatchObject({ value: { decision: null, decidable: true } })
    expect(codeOf(await decide({ version: '1' }))).toBeNull()
    expect(codeOf(await decide({ version: '2' }))).toBe('wrong_state')
    expect((await organisationById(reader(), organisationId))?.verified).toBe(true)
    const { letters: written } = await letters(reader(), { recipient: owner.email, limit: 5, offset: 0 })
    expect(written[0]?.subject).toContain('đã được xác minh')
  })

  it('refused with its reason, can be asked for again', async () => {
    const { operator, organisationId, owner, id } = await asked()
    const reason = 'Thiếu giấy ủy quyền.'
    await decideVerification(await actorOf(operator.owner.session), id, { decision: 'refused', reason, version: '1' })
    const { letters: written } = await letters(reader(), { recipient: owner.email, limit: 5, offset: 0 })
    expect(written[0]?.body).toContain(reason)
    expect(
      codeOf(await askVerification(await actorOf(owner.session), organisationId, { note: 'Đã bổ sung' }, [paper()])),
    ).toBeNull()
  })

  it('keeps its evidence for the operator and the owners', async () => {
    const { operator, owner, signatory, id } = await asked()
    const shown = await verificationCase(await actorOf(operator.viewer.session), id)
    const file = shown.ok ? (shown.value.files[0]?.file ?? '') : ''
    expect(shown).toMatchObject({ value: { decidable: false } })
    const open = async (session: string) => {
      const opened = await verificationEvidence(await actorOf(session), id, file)
      if (opened.ok) await opened.value.text()
      return codeOf(opened)
    }
    const stranger = await troupe('cong-ty', 'enterprise')
    expect(await open(operator.viewer.session)).toBeNull()
    expect(await open(owner.session)).toBeNull()
    expect(await open(signatory.session)).toBe('auth.role')
    expect(await open(stranger.owner.session)).toBe('not_found')
    expect(codeOf(await verificationEvidence(await actorOf(owner.session), id, 'f'.repeat(64)))).toBe('not_found')
    expect(codeOf(await verificationEvidence({ kind: 'visitor' }, id, file))).toBe('auth.sign_in')
  })
})
