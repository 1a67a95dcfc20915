import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse } from '#http'
import { termsVersionPage } from '#modules/deals/server'
import { ButtonLink, Page, Prose, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { inLanguage } from '../../shell/reading.ts'
import { ChangedParts, TermsFacts, VersionBadge, VersionOrigin } from './terms-parts.tsx'
import { ValueOfVersion } from './terms-value.tsx'
import { termsGroups } from './terms-words.ts'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60), number: z.coerce.number().int().min(1).max(100_000) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id, number } = parse(params, args.params)
  const found = demand(arrival, await termsVersionPage({ actor: arrival.actor, id, number }))
  const words = messagesOf(arrival.language).negotiation
  return {
    page: pageFacts(arrival, { title: words.versionTitle(number), description: words.description, closed: true }),
    found,
  }
}

const groups = ['right', 'term', 'payment', 'other'] as const

export default function TermsVersionRoute() {
  const { negotiation: words, site, deals } = useMessages()
  const language = useLanguage()
  const { found } = useLoaderData<typeof loader>()
  const { version, before, after, requestId } = found
  const { content } = version
  const terms = `/requests/${requestId}/terms`
  const said = groups.filter(
    (group) => group !== 'other' || content.improvements !== '' || content.otherConditions !== '',
  )
  return (
    <Page
      title={words.versionTitle(version.number)}
      lead={inLanguage(found.title, language)}
      trail={[
        { to: '/work', text: site.myWork },
        { to: '/requests', text: deals.list.title },
        { to: `/requests/${requestId}`, text: words.toRequest },
        { to: terms, text: words.title },
      ]}
    >
      <div className="mb-6 border-t-4 border-line bg-wash px-4 py-4">
        <p className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <VersionBadge standing={version.standing} />
          <span>{words.did[version.verb]}</span>
        </p>
        <VersionOrigin version={version} parties={found.parties} />
        {version.note === '' ? null : (
          <div className="mt-3">
            <Prose text={version.note} />
          </div>
        )}
        <p className="mt-4 flex flex-wrap gap-3">
          <ButtonLink to={terms} weight={version.standing === 'open' ? 'primary' : 'secondary'}>
            {version.standing === 'open' && found.turn === 'own' && found.mayAct ? words.actions : words.allVersions}
          </ButtonLink>
          {before ? <ButtonLink to={`${terms}/${String(before.number)}`}>{words.earlier}</ButtonLink> : null}
          {after === null ? null : <ButtonLink to={`${terms}/${String(after)}`}>{words.later}</ButtonLink>}
        </p>
      </div>
      {said.map((group) => (
        <Section key={group} title={words.groups[group]}>
          <TermsFacts parts={termsGroups[group]} terms={content} changed={version.changed ?? []} />
        </Section>
      ))}
      {before ? (
        <Section title={words.changes}>
          <ChangedParts version={version} before={before} />
        </Section>
      ) : null}
      <ValueOfVersion found={found} />
      <Section title={words.hash}>
        <p>
          <code className="text-sm break-all">{version.hash}</code>
        </p>
      </Section>
    </Page>
  )
}
