import { provinces } from '#classifications'
import { useFormats, useLanguage, useMessages } from '#i18n'
import type { Party, RequestPage } from '#modules/deals/server'
import { Facts, Link, Prose, Section } from '#ui'
import { nameIn } from '../public/technology-names.ts'
import { inLanguage } from '../../shell/reading.ts'

interface PartProps {
  readonly found: RequestPage
}

function PartyName({ party }: { readonly party: Party }) {
  const { site, messaging, deals } = useMessages()
  const language = useLanguage()
  const province = party.province === null ? '' : nameIn(provinces, party.province, language)
  return (
    <>
      {party.id === null ? (
        messaging.hiddenOrganisation
      ) : (
        <Link to={`/organisations/${party.id}`}>{inLanguage(party.name, language)}</Link>
      )}
      <span className="block text-sm text-muted">
        {[site.organisationKinds[party.kind], province, party.verified ? deals.page.verified : '']
          .filter((text) => text !== '')
          .join(' · ')}
      </span>
    </>
  )
}

/** What was sent, as it was sent. */
export function RequestText({ found }: PartProps) {
  const { deals } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = deals.page
  const { request, parties, offered } = found
  const transfer = request.kind === 'transfer'
  return (
    <Section title={words.request}>
      <Facts
        facts={[
          { term: words.sender, value: <PartyName party={parties.sender} /> },
          { term: words.receiver, value: <PartyName party={parties.receiver} /> },
          {
            term: transfer ? words.intendedUse : words.offered,
            value: <Prose text={request.proposal} />,
          },
          {
            term: words.technology,
            value: offered ? (
              <Link to={`/technologies/${offered.id}`}>{inLanguage(offered.title, language)}</Link>
            ) : null,
          },
          { term: words.right, value: transfer ? deals.rightsWanted[request.rightWanted] : null },
          { term: words.exclusivity, value: transfer ? deals.exclusivitiesWanted[request.exclusivityWanted] : null },
          { term: words.volume, value: request.volume === '' ? null : <Prose text={request.volume} /> },
          { term: words.timing, value: request.timing === '' ? null : <Prose text={request.timing} /> },
          { term: words.message, value: <Prose text={request.message} /> },
          { term: words.reference, value: <code>{request.id}</code> },
        ]}
      />
      {found.sentBy === null ? null : (
        <p className="mt-3 text-sm text-muted">{words.sentBy(found.sentBy, format.dateTime(request.createdAt))}</p>
      )}
    </Section>
  )
}

/** Each move with what was written, oldest first. */
export function RequestHistory({ found }: PartProps) {
  const { deals, messaging, site } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = deals.page
  const { request, parties, moves, sentBy } = found
  const nameOf = (side: RequestPage['moves'][number]['side']) =>
    side === 'exchange' ? words.exchange : (inLanguage(parties[side].name, language) ?? messaging.hiddenOrganisation)
  const steps = [
    { id: 'made', did: words.made, side: 'sender' as const, personName: sentBy, text: '', at: request.createdAt },
    ...moves.map((move) => ({ ...move, did: words.did[move.verb] })),
  ]
  return (
    <Section title={words.history}>
      <ol className="max-w-[75ch] space-y-4">
        {steps.map((step) => (
          <li key={step.id} className="border-l-4 border-line pl-4">
            <p>
              <span className="font-semibold">{step.did}</span>
              {'verb' in step && step.verb === 'decline' && request.declineReason
                ? `: ${site.declineReasons[request.declineReason]}`
                : null}
            </p>
            <p className="text-sm text-muted">
              {[nameOf(step.side), step.side === 'exchange' ? null : step.personName, format.dateTime(step.at)]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            {step.text === '' ? null : (
              <div className="mt-1">
                <Prose text={step.text} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
