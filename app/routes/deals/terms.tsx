import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse } from '#http'
import { answerTerms, startTermsEstimate, type TermsPage, termsPage } from '#modules/deals/server'
import { Empty, Page, Prose, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { partPath } from '../valuation/frame.tsx'
import { inLanguage } from '../../shell/reading.ts'
import {
  ChangedParts,
  TermsActions,
  TermsFacts,
  VersionBadge,
  VersionLink,
  VersionOrigin,
  WhereTermsStand,
} from './terms-parts.tsx'
import { ValueOfVersions } from './terms-value.tsx'
import { partsInShort } from './terms-words.ts'
import { withinLimit } from './within-limit.server.ts'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const found = demand(arrival, await termsPage({ actor: arrival.actor, id }))
  const words = messagesOf(arrival.language).negotiation
  const title = words.pageTitle(inLanguage(found.title, arrival.language))
  return { page: pageFacts(arrival, { title, description: words.description, closed: true }), found }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { actor, form: input, language } = arrival
  if (input['form'] === 'estimate')
    return answer(arrival, await startTermsEstimate({ actor, requestId: id, language, input }), (estimate) =>
      goTo(arrival, partPath(estimate.id, 'inputs'), 'valuation_started'),
    )
  const answered = await withinLimit(actor, () => answerTerms({ actor, requestId: id, input }))
  return answer(arrival, answered, () => goTo(arrival, `/requests/${id}/terms`, `terms_${String(input['verb'])}`))
}

export default function TermsRoute() {
  const { negotiation: words, site, deals } = useMessages()
  const language = useLanguage()
  const { found } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const open = found.versions.find(({ standing }) => standing === 'open')?.number ?? null
  return (
    <Page
      title={words.title}
      lead={inLanguage(found.title, language)}
      trail={[
        { to: '/work', text: site.myWork },
        { to: '/requests', text: deals.list.title },
        { to: `/requests/${found.requestId}`, text: words.toRequest },
      ]}
    >
      <WhereTermsStand found={found} versions={found.versions} />
      <TermsActions found={found} open={open} reply={reply} />
      <ValueOfVersions found={found} reply={reply} />
      <Section title={words.versions}>
        {found.versions.length === 0 ? <Empty>{words.versionsEmpty}</Empty> : <Versions found={found} />}
      </Section>
    </Page>
  )
}

/** Each version with what changed in it, the newest first; the first with all that it says in short. */
function Versions({ found }: { readonly found: TermsPage }) {
  const words = useMessages().negotiation
  return (
    <ol className="space-y-8">
      {found.versions.map((version, at) => {
        const before = found.versions[at + 1]
        return (
          <li key={version.number}>
            <h3 className="flex flex-wrap items-center gap-x-4 gap-y-1 text-lg">
              <VersionLink requestId={found.requestId} number={version.number} />
              <VersionBadge standing={version.standing} />
              <span className="text-base font-normal text-muted">{words.did[version.verb]}</span>
            </h3>
            <VersionOrigin version={version} parties={found.parties} />
            {version.note === '' ? null : (
              <div className="mt-2 border-l-4 border-line pl-4">
                <Prose text={version.note} />
              </div>
            )}
            <div className="mt-3">
              {before ? (
                <ChangedParts version={version} before={before} />
              ) : (
                <TermsFacts parts={partsInShort} terms={version.content} />
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
