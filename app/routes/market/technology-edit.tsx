import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { localPath, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, type Arrival, arrive, demand, formChange, goTo, limit, parse } from '#http'
import { type Gap, type Step, steps } from '#modules/technologies'
import {
  findOwners,
  moveTechnology,
  removeAttachment,
  saveStep,
  technologyEditor,
  technologyGaps,
  uploadAttachment,
} from '#modules/technologies/server'
import { Page } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { type SavedByTheWay, useAutosave } from './technology-editor.ts'
import { Coach, StepNav, type StepProps } from './technology-step-frame.tsx'
import { ContentStep } from './technology-step-content.tsx'
import { DeclarationStep } from './technology-step-declaration.tsx'
import { FilesStep } from './technology-step-files.tsx'
import { OpennessStep } from './technology-step-openness.tsx'
import { OriginStep } from './technology-step-origin.tsx'
import { ReadinessStep } from './technology-step-readiness.tsx'
import { RightsStep } from './technology-step-rights.tsx'
import { SummaryStep } from './technology-step-summary.tsx'
import { TransferStep } from './technology-step-transfer.tsx'
import { TranslationStep } from './technology-step-translation.tsx'

export const meta = pageMeta
export const handle = { script: true }

const params = z.object({ id: z.string().max(60), step: z.enum(steps) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id, step } = parse(params, args.params)
  const facts = await technologyEditor({ actor: arrival.actor, id, step })
  if (!facts.ok && facts.refusal.code === 'wrong_state')
    throw redirect(localPath(arrival.language, `/work/technologies/${id}`))
  const shown = demand(arrival, facts)
  const words = messagesOf(arrival.language).technologies
  return {
    page: pageFacts(arrival, {
      title: `${words.steps[step]}: ${shown.title}`,
      description: words.stepLeads[step],
      closed: true,
    }),
    facts: shown,
  }
}

/** A save by the way brings its own news and leaves the page as it is. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.has('autosave') === true ? false : defaultShouldRevalidate

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id, step } = parse(params, args.params)
  const { actor, form } = arrival
  const here = `/work/technologies/${id}/edit/${step}`
  const version = form['version']
  if (form['form'] === 'upload') return upload(arrival, id)
  if (typeof form['remove'] === 'string')
    return answer(arrival, await removeAttachment({ actor, listingId: id, version, file: form['remove'] }), () =>
      goTo(arrival, here, 'file_removed'),
    )
  const found = step === 'origin' && form['ownerQuery'] ? await findOwners({ actor, text: form['ownerQuery'] }) : null
  const change = formChange(arrival)
  if (change) return data({ ...change.data, found })
  if ('find' in form)
    return data({ refusal: null, result: arrival.submission?.conform.reply() ?? {}, form: step, found: found ?? [] })
  const saved = await saveStep({ actor, listingId: id, version, step, input: form })
  if ('autosave' in form) {
    const gaps = saved.ok ? await technologyGaps({ actor, id }) : null
    const missing: readonly Gap[] = gaps?.ok ? gaps.value : []
    const reply: SavedByTheWay = saved.ok
      ? { saved: { version: saved.value.version, at: saved.value.updatedAt, missing }, refusal: null }
      : {
          saved: null,
          refusal: { code: saved.refusal.code, issues: Object.values(saved.refusal.fields ?? {}).flat() },
        }
    return data(reply)
  }
  return answer(arrival, saved, (listing) => onward(arrival, { id, step, version: listing.version }))
}

async function upload(arrival: Arrival, id: string) {
  const { actor, form, submission } = arrival
  const allowed = await limit('upload', actor.kind === 'person' ? actor.personId : arrival.address)
  const result = allowed.ok
    ? await uploadAttachment({
        actor,
        listingId: id,
        version: form['version'],
        file: submission?.files['file']?.[0],
        input: form,
      })
    : allowed
  return answer(arrival, result, () => goTo(arrival, `/work/technologies/${id}/edit/files`, 'file_added'))
}

/** Where a saved step leads: to the next one, another one, the owner's page, or out to signatory or reviewer. */
async function onward(arrival: Arrival, at: { id: string; step: Step; version: number }) {
  const { id, step, version } = at
  const own = `/work/technologies/${id}`
  const to = arrival.form['to']
  if (to === 'submit' || to === 'propose') {
    const input = { verb: to, version }
    return answer(arrival, await moveTechnology({ actor: arrival.actor, listingId: id, input }), () =>
      goTo(arrival, own, `technology_${to}`),
    )
  }
  // Another step, or a field of it: `rights` or `rights#rights-rights-list`.
  const [, name, anchor] = /^(\w+)(#[\w.[\]-]+)?$/.exec(typeof to === 'string' ? to : '') ?? []
  const next = name === 'next' ? steps[steps.indexOf(step) + 1] : steps.find((known) => known === name)
  return goTo(arrival, next === undefined ? own : `${own}/edit/${next}${anchor ?? ''}`, 'step_saved')
}

const forms: Readonly<Record<Step, (props: StepProps) => ReactNode>> = {
  summary: SummaryStep,
  content: ContentStep,
  readiness: ReadinessStep,
  rights: RightsStep,
  transfer: TransferStep,
  origin: OriginStep,
  files: FilesStep,
  translation: TranslationStep,
  openness: OpennessStep,
  declaration: DeclarationStep,
}

export default function TechnologyEdit() {
  const { facts } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  return <Editor key={`${facts.id} ${facts.step} ${String(facts.version)}`} facts={facts} reply={reply} />
}

function Editor({ facts, reply }: Pick<StepProps, 'facts' | 'reply'>) {
  const { site, technologies } = useMessages()
  const conflict =
    typeof reply === 'object' &&
    reply !== null &&
    'refusal' in reply &&
    (reply.refusal as { code?: string } | null)?.code === 'version_conflict'
  const autosave = useAutosave(facts.step, conflict)
  const missing = autosave.missing ?? facts.missing
  const Form = forms[facts.step]
  return (
    <Page
      title={technologies.steps[facts.step]}
      lead={technologies.stepLeads[facts.step]}
      trail={[
        { to: '/work', text: site.myWork },
        { to: '/work/technologies', text: technologies.own.title },
        { to: `/work/technologies/${facts.id}`, text: facts.title },
      ]}
    >
      <StepNav facts={facts} missing={missing} />
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Form facts={facts} reply={reply} autosave={autosave} />
        </div>
        <div className="mt-10 lg:mt-0">
          <Coach facts={facts} missing={missing} />
        </div>
      </div>
    </Page>
  )
}
