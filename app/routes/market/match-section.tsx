import { useFormats, useMessages } from '#i18n'
import { isCriterion, type MatchSide } from '#modules/matching'
import type { OwnMatches } from '#modules/matching/server'
import { ButtonLink, Link, Notice, Section } from '#ui'
import { Counted, InEither, Sentence } from './match-criteria.tsx'

interface MatchSectionProps {
  readonly side: MatchSide
  readonly matches: OwnMatches
}

const shown = 3

/** The best matches of a listing on its owner's page, each with the sentence that says most for it. */
export function MatchSection({ side, matches }: MatchSectionProps) {
  const { matching } = useMessages()
  const format = useFormats()
  const words = matching[side]
  const path = `/work/${side === 'need' ? 'needs' : 'technologies'}/${matches.listing.id}/matches`
  if (!matches.inView) return null
  return (
    <Section title={words.section} id="matches" aside={<Link to="/help/matching">{matching.help}</Link>}>
      {matches.waiting ? <Notice>{matching.waiting}</Notice> : null}
      {matches.open.length === 0 ? (
        <p className="max-w-[75ch] text-muted">{words.none}</p>
      ) : (
        <>
          <ol className="divide-y divide-line">
            {matches.open.slice(0, shown).map(({ other, score, reasons }) => {
              const telling = reasons.find((reason) => isCriterion(reason) && reason.standing === 'met')
              return (
                <li key={other.id} className="py-3 first:pt-0">
                  <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                    <Link to={`${path}#${other.id}`} className="max-w-[60ch] font-semibold">
                      <InEither text={other.title} />
                    </Link>
                    <span className="whitespace-nowrap tabular-nums">{matching.score(format.number(score))}</span>
                  </div>
                  <p className="mt-1 text-sm text-muted">
                    {other.owner === null ? matching.hiddenOwner : <InEither text={other.owner} />}
                    {' · '}
                    <Counted reasons={reasons} />
                  </p>
                  {telling ? <Sentence reason={telling} /> : null}
                </li>
              )
            })}
          </ol>
          <div className="mt-3">
            <ButtonLink to={path}>{words.more(format.number(matches.open.length))}</ButtonLink>
          </div>
        </>
      )}
    </Section>
  )
}
