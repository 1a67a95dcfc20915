import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentDatabase, reader, transaction } from '#db'
import type { Actor } from '#modules/accounts'
import { actorOf } from '#modules/accounts/server'
import { firstBrokenEntry } from '#modules/audit/server'
import { decideListing, listingByExternalId, listings, moveListing, saveDocument } from '#modules/listings/server'
import { config } from '#platform/config'
import { readTechnology } from '#modules/technologies'
import { troupe, type Troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import {
  carryOut,
  carryOutImport,
  checkImport,
  countsOf,
  importById,
  importDirectly,
  importReport,
  mapImport,
  refusedRows,
  reportOf,
  startCarrying,
  uploadImport,
} from './index.server.ts'

let institute: Troupe
beforeEach(freshDatabase)
beforeEach(async () => {
  institute = await troupe('vien', 'institute')
})

type Row = Readonly<Record<string, unknown>>
const lines = (rows: readonly Row[]): string => rows.map((row) => JSON.stringify(row)).join('\n')
const rowsFrom = (from: number, to: number): Row[] =>
  Array.from({ length: to - from }, (_, index) => ({
    id: `r-${String(from + index)}`,
    title: `Công nghệ ${String(from + index)}`,
  }))

/** Brings a file in as the command does, up to where it may be carried out. */
async function checked(
  content: string,
  landing: 'submitted' | 'draft' = 'submitted',
  owner = institute.organisationId,
) {
  const path = join(config().dataDir, 'nguon.jsonl')
  await writeFile(path, content)
  const started = await importDirectly({
    path,
    fileName: 'nguon.jsonl',
    bytes: content.length,
    organisationId: owner,
    kind: 'technology',
    language: 'vi',
    source: 'Danh mục',
    licence: 'CC BY 4.0',
    landing,
    mapping: null,
  })
  if (!started.ok) throw new Error(started.refusal.code)
  await checkImport(started.value.id)
  return started.value.id
}

async function imported(
  content: string,
  landing: 'submitted' | 'draft' = 'submitted',
  owner = institute.organisationId,
) {
  const id = await checked(content, landing, owner)
  await startCarrying(id)
  await carryOut(id)
  return { id, counts: (await countsOf(reader(), id)).happened }
}

async function outcomes(id: string): Promise<string[]> {
  const found: string[] = []
  for await (const row of reportOf(id))
    found.push(`${String(row.number)} ${row.outcome ?? row.planned} ${row.code ?? ''}`.trim())
  return found
}

async function listingOf(externalId: string, organisationId = institute.organisationId) {
  const found = await listingByExternalId(reader(), { organisationId, kind: 'technology', externalId })
  if (!found) throw new Error(`no listing ${externalId}`)
  return found
}

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const line of lines) found.push(line)
  return found
}

async function actor(session: string): Promise<Actor> {
  return actorOf(session)
}

const operatorReview = {
  advantages: 4,
  clarity: 4,
  cooperation: 4,
  guidelines: 4,
  decision: 'publish',
  reason: 'Đạt',
} as const

describe('importing a file', () => {
  it('creates submitted listings with their provenance, and changes nothing when it comes again', async () => {
    const content = lines(rowsFrom(0, 450))
    expect((await imported(content)).counts).toEqual({ created: 450, updated: 0, unchanged: 0, refused: 0 })
    const listing = await listingOf('r-7')
    expect(listing).toMatchObject({ state: 'submitted', title: 'Công nghệ 7' })
    expect(readTechnology(listing.document).provenance).toMatchObject({ source: 'Danh mục', licence: 'CC BY 4.0' })
    expect((await imported(content)).counts).toEqual({ created: 0, updated: 0, unchanged: 450, refused: 0 })
    expect((await listingOf('r-7')).version).toBe(listing.version)
    expect(await firstBrokenEntry(reader())).toBeNull()
  })

  it('updates what changed and keeps what the owner wrote besides', async () => {
    await imported(
      lines([
        { id: 'a', title: 'A', summary: 'Cũ' },
        { id: 'b', title: 'B' },
      ]),
      'draft',
    )
    const before = await listingOf('a')
    const profile = readTechnology(before.document)
    await transaction((tx) =>
      saveDocument(tx, before, {
        expected: before.version,
        document: { ...profile, texts: { ...profile.texts, vi: { ...profile.texts.vi, advantages: 'Của chủ' } } },
        title: 'A',
        sourceLanguage: 'vi',
        by: null,
        what: 'texts',
      }),
    )
    const again = await imported(
      lines([
        { id: 'a', title: 'A', summary: 'Mới' },
        { id: 'b', title: 'B' },
      ]),
      'draft',
    )
    expect(again.counts).toEqual({ created: 0, updated: 1, unchanged: 1, refused: 0 })
    expect(readTechnology((await listingOf('a')).document).texts.vi).toMatchObject({
      teaser: 'Mới',
      advantages: 'Của chủ',
    })
  })

  it('submits drafts when the same file comes to be submitted, and puts an update of a published one up for review', async () => {
    const row = { id: 'a', title: 'A' }
    await imported(lines([row]), 'draft')
    expect((await imported(lines([row]))).counts.updated).toBe(1)
    const submitted = await listingOf('a')
    expect(submitted.state).toBe('submitted')
    await transaction((tx) => decideListing(tx, submitted, operatorReview, null, null))
    expect((await imported(lines([row]))).counts.unchanged).toBe(1)
    expect((await imported(lines([{ ...row, summary: 'Thêm' }]))).counts.updated).toBe(1)
    expect(await listingOf('a')).toMatchObject({ state: 'submitted', publishedVersion: 1 })
  })

  it('leaves alone what a reviewer holds and what is closed', async () => {
    await imported(
      lines([
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
      ]),
    )
    const [a, b] = [await listingOf('a'), await listingOf('b')]
    await transaction((tx) => moveListing(tx, a, { verb: 'take', party: 'reviewer', by: null, expected: null }))
    await transaction((tx) => moveListing(tx, b, { verb: 'withdraw', party: 'signatory', by: null, expected: null }))
    const { id } = await imported(
      lines([
        { id: 'a', title: 'A2' },
        { id: 'b', title: 'B2' },
      ]),
    )
    expect(await outcomes(id)).toEqual(['1 refused row.in_review', '2 refused row.closed'])
  })

  it('refuses rows with the reason and takes the others', async () => {
    const { id } = await imported(
      [
        '{"id":"a","title":"A"}',
        '{"id":"a","title":"Lần hai"}',
        '{"id":"b"}',
        'hỏng',
        '{"title":"Không mã"}',
        '{"title":"Không mã"}',
      ].join('\n'),
    )
    expect(await outcomes(id)).toEqual([
      '1 created',
      '2 refused row.twice',
      '3 refused row.required',
      '4 refused row.json',
      '5 created',
      '6 refused row.twice',
    ])
  })

  it('keeps the same name of two organisations apart', async () => {
    const other = await troupe('khac', 'enterprise')
    const content = lines([{ id: 'a', title: 'A' }])
    await imported(content)
    expect((await imported(content, 'submitted', other.organisationId)).counts.created).toBe(1)
    expect((await listingOf('a', other.organisationId)).id).not.toBe((await listingOf('a')).id)
  })

  it('leaves whole rows when it is broken off, and the rest is done by the next turn or by the file again', async () => {
    const id = await checked(lines(rowsFrom(0, 500)))
    await startCarrying(id)
    await carryOut(id, { batches: 1 })
    expect((await countsOf(reader(), id)).settled).toBe(200)
    // The 350th row breaks its batch: the database refuses it, the batch goes back as a whole.
    currentDatabase().run(
      `CREATE TRIGGER stop BEFORE INSERT ON listings WHEN NEW.external_id = 'r-350' BEGIN SELECT RAISE(ABORT, 'power'); END`,
    )
    await expect(carryOut(id)).rejects.toThrow()
    const present = await reader().select({ id: listings.id }).from(listings).where(eq(listings.importId, id))
    expect(present).toHaveLength(200)
    const half = await reader()
      .select({ id: listings.id })
      .from(listings)
      .where(and(eq(listings.importId, id), eq(listings.state, 'draft')))
    expect(half).toHaveLength(0)
    currentDatabase().run('DROP TRIGGER stop')
    const again = await imported(lines(rowsFrom(0, 500)))
    expect(again.counts).toEqual({ created: 300, updated: 0, unchanged: 200, refused: 0 })
    await carryOut(id)
    expect((await countsOf(reader(), id)).happened).toEqual({ created: 200, updated: 0, unchanged: 300, refused: 0 })
  })

  it('fails as a whole with the reason when the file cannot be read to its end', async () => {
    const path = join(config().dataDir, 'hong.csv')
    await writeFile(
      path,
      Buffer.concat([Buffer.from('id,title\n' + '1,A\n'.repeat(700)), Buffer.from([0xff, 0xfe, 0x80])]),
    )
    const started = await importDirectly({
      path,
      fileName: 'hong.csv',
      bytes: 1,
      organisationId: institute.organisationId,
      kind: 'technology',
      language: 'vi',
      source: '',
      licence: '',
      landing: 'draft',
      mapping: null,
    })
    if (!started.ok) {
      expect(started.refusal.code).toBe('import.encoding')
      return
    }
    await checkImport(started.value.id)
    expect(await importById(reader(), started.value.id)).toMatchObject({
      state: 'failed',
      fault: { code: 'import.encoding' },
    })
  })
})

describe('the page of an import', () => {
  const file = { name: 'danh-muc.csv', bytes: Buffer.from('Mã;Tên\n=1+1;A\nb;\n') }
  const whole = { columns: { id: '0', title: '1' }, language: 'vi', source: 'S', licence: '' }

  it('goes from the file to the report, and only its own organisation sees it', async () => {
    const signatory = await actor(institute.signatory.session)
    const uploaded = await uploadImport({ actor: signatory, input: { kind: 'technology' }, file })
    if (!uploaded.ok) throw new Error(uploaded.refusal.code)
    const importId = uploaded.value.id
    expect(uploaded.value.mapping).toEqual({ id: 'Mã', title: 'Tên' })
    const stranger = await actor((await troupe('khac', 'enterprise')).owner.session)
    const input = { ...whole, landing: 'submitted' }
    expect(await mapImport({ actor: stranger, importId, input })).toMatchObject({ refusal: { status: 404 } })
    expect((await mapImport({ actor: signatory, importId, input })).ok).toBe(true)
    await checkImport(importId)
    expect(await carryOutImport({ actor: signatory, importId, input: {} })).toMatchObject({
      refusal: { fields: { declared: [{ code: 'import.declare' }] } },
    })
    expect((await carryOutImport({ actor: signatory, importId, input: { declared: 'on' } })).ok).toBe(true)
    expect(await carryOut(importId)).toBe(true)
    expect(await outcomes(importId)).toEqual(['2 created', '3 refused row.required'])
    const words = { heads: ['#'], outcome: () => '', reason: () => 'Thiếu', field: () => '' }
    expect(await importReport(stranger, importId, words)).toMatchObject({ refusal: { status: 404 } })
    const report = await importReport(signatory, importId, words)
    if (!report.ok) throw new Error(report.refusal.code)
    expect(await all(report.value.lines)).toContainEqual(expect.stringContaining("2,'=1+1,A"))
    const refused = await refusedRows(signatory, importId, { head: 'Lý do', reason: () => 'Thiếu' })
    if (!refused.ok) throw new Error(refused.refusal.code)
    expect(await all(refused.value.lines)).toEqual(['\ufeffMã,Tên,Lý do\r\n', 'b,,Thiếu\r\n'])
  })

  it('lets a member bring drafts, and only a signatory submit', async () => {
    const member = await actor(institute.member.session)
    const uploaded = await uploadImport({ actor: member, input: { kind: 'technology' }, file })
    if (!uploaded.ok) throw new Error(uploaded.refusal.code)
    const importId = uploaded.value.id
    expect(await mapImport({ actor: member, importId, input: { ...whole, landing: 'submitted' } })).toMatchObject({
      refusal: { code: 'import.land', status: 403 },
    })
    expect((await mapImport({ actor: member, importId, input: { ...whole, landing: 'draft' } })).ok).toBe(true)
  })

  it('refuses viewers, visitors, and files that are none', async () => {
    const viewer = await actor(institute.viewer.session)
    expect(await uploadImport({ actor: viewer, input: { kind: 'need' }, file })).toMatchObject({
      refusal: { status: 403 },
    })
    expect(await uploadImport({ actor: { kind: 'visitor' }, input: { kind: 'need' }, file })).toMatchObject({
      refusal: { status: 401 },
    })
    const signatory = await actor(institute.signatory.session)
    const garbage = { name: 'x.csv', bytes: Buffer.from([0, 1, 2, 3]) }
    expect(await uploadImport({ actor: signatory, input: { kind: 'need' }, file: garbage })).toMatchObject({
      refusal: { code: 'import.binary', fields: { file: [{ code: 'import.binary' }] } },
    })
  })
})
