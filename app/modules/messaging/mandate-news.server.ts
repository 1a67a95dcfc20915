import { z } from 'zod'
import { reader, transaction } from '#db'
import { formats } from '#i18n'
import { organisationsByIds, workersOf } from '#modules/accounts/server'
import { mandateProcess, mandateVerbs, organisationOfParty } from '#modules/valuation'
import { type MandateNews, mandateNews } from '#modules/valuation/server'
import { notify } from './notify.server.ts'

const movedSchema = z.object({ verb: z.enum(mandateVerbs), by: z.string(), text: z.string() })

async function tell(
  mandate: MandateNews,
  told: { readonly kind: Parameters<typeof notify>[1]['kind']; readonly from: string; readonly to: readonly string[] },
  more: { readonly text: string; readonly except: string | null; readonly newsKey: string },
): Promise<void> {
  const from = (await organisationsByIds(reader(), [told.from])).get(told.from)
  const day = Date.parse(`${mandate.deadline}T12:00:00Z`)
  const values = {
    titleVi: mandate.title.vi,
    titleEn: mandate.title.en,
    organisationVi: from?.name.vi ?? '',
    organisationEn: from?.name.en ?? '',
    deadlineVi: formats('vi').date(day),
    deadlineEn: formats('en').date(day),
    text: more.text,
  }
  for (const organisationId of told.to) {
    const workers = await workersOf(reader(), organisationId)
    await transaction(async (tx) => {
      await notify(tx, {
        personIds: workers.map(({ personId }) => personId).filter((id) => id !== more.except),
        kind: told.kind,
        values,
        path: `/work/mandates/${mandate.id}`,
        newsKey: `${more.newsKey}:${organisationId}`,
        organisationId,
      })
    })
  }
}

/** A valuer is asked. */
export async function onMandateAsked(news: { readonly subjectId: string }): Promise<void> {
  const mandate = await mandateNews(reader(), news.subjectId)
  if (!mandate) return
  await tell(
    mandate,
    { kind: 'mandate.asked', from: mandate.askerId, to: [mandate.valuerId] },
    { text: '', except: null, newsKey: `mandate:${mandate.id}:asked` },
  )
}

/** A mandate was moved: those are told whom its process table names. */
export async function onMandateMoved(news: {
  readonly subjectId: string
  readonly payload: Readonly<Record<string, unknown>>
}): Promise<void> {
  const { verb, by, text } = movedSchema.parse(news.payload)
  const mandate = await mandateNews(reader(), news.subjectId)
  const transition = mandateProcess.transitions.find((candidate) => candidate.verb === verb)
  if (!mandate || !transition) return
  const [mover = 'valuer'] = transition.by
  // Who was never shown the mandate is not told that it ended.
  const to = transition.notices.flatMap((party) =>
    party === 'other' && !mandate.declared ? [] : (organisationOfParty(mandate, party) ?? []),
  )
  await tell(
    mandate,
    { kind: `mandate.${verb}`, from: organisationOfParty(mandate, mover) ?? mandate.valuerId, to },
    { text, except: by, newsKey: `mandate:${mandate.id}:${verb}` },
  )
}
