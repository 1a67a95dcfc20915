import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, formChange, goTo, parse } from '#http'
import { type NeedPart, needParts, olderTranslations, partValues } from '#modules/needs'
import { needForEditing, saveNeed } from '#modules/needs/server'
import { Page, Steps } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { OpennessForm, TermsForm, WhatForm } from './need-forms.tsx'

export const meta = pageMeta
export const handle = { script: true }

const params = z.object({ id: z.string().max(60), part: z.enum(needParts) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id, part } = parse(params, args.params)
  const { standing, profile } = demand(arrival, await needForEditing({ actor: arrival.actor, id }))
  const words = messagesOf(arrival.language).needs
  return {
    page: pageFacts(arrival, { title: words.steps[part], description: words.own.listDescription, closed: true }),
    id,
    part,
    version: standing.version,
    title: profile.texts[profile.sourceLanguage].title,
    sourceLanguage: profile.sourceLanguage,
    source: profile.texts[profile.sourceLanguage],
    older: olderTranslations(profile),
    values: partValues(profile, part) as Record<string, string | string[] | Record<string, string>[]>,
  }
}

function stepAfter(part: NeedPart): NeedPart | undefined {
  return needParts[needParts.indexOf(part) + 1]
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id, part } = parse(params, args.params)
  const change = formChange(arrival)
  if (change) return change
  const saved = await saveNeed({
    actor: arrival.actor,
    needId: id,
    version: arrival.form['version'],
    part,
    input: arrival.form,
  })
  return answer(arrival, saved, () => {
    if (arrival.form['go'] !== 'next') return goTo(arrival, `/work/needs/${id}/edit/${part}`, 'need_saved')
    const next = stepAfter(part)
    return goTo(arrival, next ? `/work/needs/${id}/edit/${next}` : `/work/needs/${id}`, 'need_saved')
  })
}

export default function EditNeed() {
  const { needs } = useMessages()
  const loaded = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { id, part, title } = loaded
  const shared = { ...loaded, reply }
  return (
    <Page
      title={needs.steps[part]}
      width="reading"
      trail={[
        { to: '/work/needs', text: needs.own.listTitle },
        { to: `/work/needs/${id}`, text: title === '' ? needs.own.untitled : title },
      ]}
    >
      <Steps
        label={needs.steps.label}
        current={needParts.indexOf(part)}
        steps={needParts.map((step) => ({ to: `/work/needs/${id}/edit/${step}`, text: needs.steps[step] }))}
      />
      {part === 'what' ? <WhatForm key="what" {...shared} /> : null}
      {part === 'terms' ? <TermsForm key="terms" {...shared} /> : null}
      {part === 'openness' ? <OpennessForm key="openness" {...shared} /> : null}
    </Page>
  )
}
