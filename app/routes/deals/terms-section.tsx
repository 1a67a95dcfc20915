import { useMessages } from '#i18n'
import type { RequestPage } from '#modules/deals/server'
import { ButtonLink, Empty, Section } from '#ui'
import { TermsFacts, useTurnWords, VersionBadge, VersionLink, VersionOrigin } from './terms-parts.tsx'
import { partsInShort } from './terms-words.ts'

/** Where the terms of an accepted request stand, in short. */
export function TermsSection({ found }: { readonly found: RequestPage }) {
  if (!found.terms) return null
  return <InShort terms={found.terms} requestId={found.request.id} />
}

function InShort({
  terms,
  requestId,
}: {
  readonly terms: NonNullable<RequestPage['terms']>
  readonly requestId: string
}) {
  const words = useMessages().negotiation
  const { latest } = terms
  const { heading } = useTurnWords({
    found: { ...terms, requestId },
    open: latest?.standing === 'open' ? latest.number : null,
    agreed: latest?.standing === 'agreed' ? latest.number : null,
  })
  const path = `/requests/${requestId}/terms`
  if (latest === null)
    return (
      <Section title={words.title}>
        <Empty
          action={
            <span className="flex flex-wrap gap-3">
              {terms.verbs.includes('offer') ? (
                <ButtonLink to={`${path}/new`} weight="primary">
                  {words.verbs.offer}
                </ButtonLink>
              ) : null}
              <ButtonLink to={path}>{words.section.open}</ButtonLink>
            </span>
          }
        >
          {words.section.none}
        </Empty>
      </Section>
    )
  return (
    <Section title={words.title}>
      <p className="mb-3 font-semibold">{heading}</p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <VersionLink requestId={requestId} number={latest.number} />
        <VersionBadge standing={latest.standing} />
      </p>
      <VersionOrigin version={latest} parties={terms.parties} />
      <div className="mt-3 mb-4">
        <TermsFacts parts={partsInShort} terms={latest.content} />
      </div>
      <ButtonLink to={path} weight={terms.turn === 'own' ? 'primary' : 'secondary'}>
        {words.section.open}
      </ButtonLink>
    </Section>
  )
}
