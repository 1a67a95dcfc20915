import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { Reader } from '#db'
import type { Bilingual } from '#kernel'
import { organisations } from '#modules/accounts/server'

/** Verified intermediaries that offer valuation, by name; at most 500. */
export async function valuersFor(
  db: Reader,
  except: readonly string[],
): Promise<{ readonly id: string; readonly name: Bilingual }[]> {
  const rows = await db
    .select({
      id: organisations.id,
      vi: organisations.nameVi,
      en: organisations.nameEn,
      services: organisations.services,
    })
    .from(organisations)
    .where(
      and(
        eq(organisations.kind, 'intermediary'),
        eq(organisations.verification, 'verified'),
        notInArray(organisations.id, [...except]),
      ),
    )
    .orderBy(asc(organisations.nameVi), asc(organisations.id))
    .limit(500)
  return rows
    .filter(({ services }) => services.includes('valuation'))
    .map(({ id, vi, en }) => ({ id, name: { vi, en: en || vi } }))
}
