import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useFormats, useMessages } from '#i18n'
import { evaluateModel, inputFields, typedRows, typedValue } from '#modules/valuation'
import { ReplyForm, useReplyForm } from '#ui'
import { pageMeta } from '../../shell/meta.ts'
import { useFigures } from './figures.ts'
import { EnterSaves, SavesPart } from './form-parts.tsx'
import { WorkbenchFrame } from './frame.tsx'
import { type InputsForm, inputControls } from './input-controls.tsx'
import { useLive } from './live.ts'
import { useInputNames } from './names.ts'
import { partLoaded, partSaved } from './part.server.ts'
import { ResultPanel } from './result.tsx'

export const meta = pageMeta
export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { arrival, page, facts } = await partLoaded(args, 'inputs')
  const fields = inputFields(facts.model)
  const blank: Record<string, string> = {}
  const values: InputsForm = {
    inputs: fields.map((field) => ({
      id: field.id,
      value: typedValue(field, arrival.language),
      rows: field.slot.kinds.includes('table') ? [...typedRows(field, arrival.language), blank, blank] : [],
      source: field.input?.source.kind ?? 'judgement',
      reference: field.input?.source.reference ?? '',
    })),
  }
  return { page, facts, values }
}

export async function action(args: ActionFunctionArgs) {
  return partSaved(args, 'inputs')
}

export default function Inputs() {
  const { facts, values } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  return <InputsPage key={String(facts.version)} facts={facts} values={values} reply={reply} />
}

function InputsPage({
  facts,
  values,
  reply,
}: ReturnType<typeof useLoaderData<typeof loader>> extends infer Loaded
  ? Omit<Loaded, 'page'> & { readonly reply: unknown }
  : never) {
  const messages = useMessages()
  const format = useFormats()
  const { workbench: words } = messages
  const { model } = facts
  const form = useReplyForm<InputsForm>({ name: 'inputs', reply, values })
  const live = useLive(facts, form.form.id)
  const shown = live.model ?? model
  const figures = useFigures(model.head)
  const names = useInputNames(model)
  const [base] = evaluateModel(shown).scenarios
  const fields = inputFields(model)
  return (
    <WorkbenchFrame facts={facts} part="inputs">
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0" onInput={live.onInput}>
          <fieldset disabled={!facts.mayEdit} className="min-w-0">
            <ReplyForm of={form} className="space-y-8">
              <EnterSaves version={facts.version} />
              {inputControls({
                fields,
                metas: form.fields.inputs.getFieldList(),
                figures,
                names,
                messages,
                model,
                date: format.date,
              })}
              {facts.mayEdit ? <SavesPart stay={words.saveAndRecalculate} /> : null}
            </ReplyForm>
          </fieldset>
        </div>
        <div className="mt-8 lg:mt-0">
          <div className="lg:sticky lg:top-4" aria-live="polite">
            {base ? <ResultPanel model={shown} evaluated={base} /> : null}
            {live.model ? <p className="mt-2 text-sm text-muted">{words.inputs.live}</p> : null}
            <noscript>
              <p className="mt-2 text-sm text-muted">{words.inputs.stale}</p>
            </noscript>
          </div>
        </div>
      </div>
    </WorkbenchFrame>
  )
}
