import type { Actor } from '#modules/accounts'
import { type SheetFacts, technologyPage } from '#modules/technologies/server'

/**
 * The technologies to set side by side, in the order asked for, each as its own page shows it to this reader; those
 * that have no page for the reader are left out.
 */
export async function technologiesBeside(asked: { actor: Actor; ids: readonly string[] }): Promise<SheetFacts[]> {
  const pages = await Promise.all(asked.ids.map((id) => technologyPage({ actor: asked.actor, id })))
  return pages.flatMap((page) => (page.ok && page.value.open ? [page.value.sheet] : []))
}
