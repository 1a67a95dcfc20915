import { answerTerms, offerTerms, startTermsEstimate, termsPage } from '#modules/deals/server'
import { editValuation, valuationFacts } from '#modules/valuation/server'
import type { Cast } from './cast.ts'
import { demonstrationNegotiations } from './content/negotiations.ts'
import type { DemonstrationNegotiation, SeatOfDemonstration } from './demonstration.ts'
import { granted, type Timeline } from './timeline.ts'

type Estimate = DemonstrationNegotiation['estimates'][number]

async function estimated(cast: Cast, requestId: string, { by, inputs, milestones }: Estimate): Promise<void> {
  const actor = cast.actor(...by)
  const input = { number: '1', formKey: `demonstration-terms-${by[0]}` }
  const { id } = granted(by[0], await startTermsEstimate({ actor, requestId, language: 'vi', input }))
  const { version } = granted(id, await valuationFacts({ actor, id }))
  const typed = [
    ...inputs.map(([slot, value, source, reference]) => ({ id: slot, value, source, reference })),
    { id: 'register.milestones', rows: milestones, source: 'judgement', reference: 'Đánh giá của phòng kỹ thuật' },
  ]
  granted(id, await editValuation({ actor, id, part: 'inputs', language: 'vi', input: { version, inputs: typed } }))
}

/** Puts the versions of terms and each side's estimates on the timeline, after the requests they belong to. */
export function addNegotiations(timeline: Timeline, cast: Cast, requests: ReadonlyMap<string, string>): void {
  for (const [turn, { request, steps, accepted, estimates }] of demonstrationNegotiations.entries()) {
    const idOf = () => requests.get(request) ?? ''
    const at = (daysAgo: number, run: () => Promise<void>) => {
      timeline.add(timeline.ago(daysAgo, turn), run)
    }
    const readBy = async (by: SeatOfDemonstration) =>
      granted(request, await termsPage({ actor: cast.actor(...by), id: idOf() }))
    let terms: Readonly<Record<string, unknown>> = {}
    for (const [place, { by, daysAgo, note, terms: change }] of steps.entries())
      at(daysAgo, async () => {
        terms = { ...terms, ...change }
        const input = {
          ...terms,
          note,
          read: String((await readBy(by)).read),
          formKey: `demonstration-${request}-${String(place)}`,
        }
        granted(request, await offerTerms({ actor: cast.actor(...by), requestId: idOf(), language: 'vi', input }))
      })
    if (accepted)
      at(accepted.daysAgo, async () => {
        const [newest] = (await readBy(accepted.by)).versions
        const input = { verb: 'accept', number: String(newest?.number), note: accepted.note }
        granted(request, await answerTerms({ actor: cast.actor(...accepted.by), requestId: idOf(), input }))
      })
    for (const estimate of estimates) at(estimate.daysAgo, () => estimated(cast, idOf(), estimate))
  }
}
