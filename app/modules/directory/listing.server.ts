import { and, asc, count, eq, like } from 'drizzle-orm'
import { fold } from '#search'
import { reader } from '#db'
import type { Bilingual } from '#kernel'
import type { LegalService, OrganisationKind } from '#modules/accounts'
import { organisations } from '#modules/accounts/server'

const perPage = 20

/** What the directory is narrowed by. */
export interface DirectoryQuery {
  readonly kind: OrganisationKind | null
  readonly province: string | null
  /** Words of the name, in any spelling; all must be in it. */
  readonly text: string
  readonly page: number
}

export interface DirectoryEntry {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: Bilingual
  readonly province: string | null
  readonly services: readonly LegalService[]
  readonly description: Bilingual
}

export interface DirectoryPage {
  readonly entries: readonly DirectoryEntry[]
  readonly total: number
  readonly pageCount: number
}

/** A page of the organisations the exchange has verified, by name. */
export async function directoryPage({ kind, province, text, page }: DirectoryQuery): Promise<DirectoryPage> {
  const db = reader()
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const where = and(
    eq(organisations.verification, 'verified'),
    kind === null ? undefined : eq(organisations.kind, kind),
    province === null ? undefined : eq(organisations.province, province),
    ...words.slice(0, 10).map((word) => like(organisations.nameFolded, `%${word}%`)),
  )
  const [counted] = await db.select({ total: count() }).from(organisations).where(where)
  const rows = await db
    .select({
      id: organisations.id,
      kind: organisations.kind,
      nameVi: organisations.nameVi,
      nameEn: organisations.nameEn,
      province: organisations.province,
      services: organisations.services,
      descriptionVi: organisations.descriptionVi,
      descriptionEn: organisations.descriptionEn,
    })
    .from(organisations)
    .where(where)
    .orderBy(asc(organisations.nameFolded), asc(organisations.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
  const total = counted?.total ?? 0
  return {
    entries: rows.map(({ nameVi, nameEn, descriptionVi, descriptionEn, ...row }) => ({
      ...row,
      name: { vi: nameVi, en: nameEn },
      description: { vi: descriptionVi, en: descriptionEn },
    })),
    total,
    pageCount: Math.max(1, Math.ceil(total / perPage)),
  }
}
