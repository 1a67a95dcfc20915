import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { methodNames, valuationMethods } from '#modules/valuation'
import { Checkbox, ReplyForm, TextField, useReplyForm } from '#ui'
import { pageMeta } from '../../shell/meta.ts'
import { EnterSaves, SavesPart } from './form-parts.tsx'
import { WorkbenchFrame } from './frame.tsx'
import { partLoaded, partSaved } from './part.server.ts'

export const meta = pageMeta

const families = ['cost', 'market', 'income'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { page, facts } = await partLoaded(args, 'methods')
  const approaches = methodNames.map((method) => {
    const approach = facts.model.approaches.find((one) => one.method === method)
    return { method, on: approach?.enabled === true ? 'on' : '', reason: approach?.reason ?? '' }
  })
  return { page, facts, values: { approaches } }
}

export async function action(args: ActionFunctionArgs) {
  return partSaved(args, 'methods')
}

export default function Methods() {
  const { facts, values } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { workbench: words, valuation } = useMessages()
  const form = useReplyForm<typeof values>({ name: 'methods', reply, values })
  const metas = form.fields.approaches.getFieldList()
  return (
    <WorkbenchFrame facts={facts} part="methods">
      <fieldset disabled={!facts.mayEdit} className="min-w-0 max-w-3xl">
        <ReplyForm of={form} className="space-y-8">
          <EnterSaves version={facts.version} />
          {families.map((family) => (
            <section key={family}>
              <h2 className="mb-3 text-xl">{valuation.families[family]}</h2>
              <div className="space-y-5">
                {methodNames.map((method, at) => {
                  const meta = metas[at]?.getFieldset()
                  if (!meta || valuationMethods[method].family !== family) return null
                  return (
                    <div key={method} className="group border-t border-line pt-4">
                      <input type="hidden" name={meta.method.name} value={method} />
                      <Checkbox
                        field={meta.on}
                        label={<span className="font-semibold">{valuation.methods[method]}</span>}
                        help={valuation.methodLeads[method]}
                      />
                      <div className="mt-2 ml-8 group-not-has-[:checked]:hidden">
                        <TextField
                          field={meta.reason}
                          label={
                            <>
                              {words.methods.reason}
                              <span className="sr-only">{`: ${valuation.methods[method]}`}</span>
                            </>
                          }
                          maxLength={2000}
                          optional
                        />
                      </div>
                    </div>
                  )
                })}
              </div>
            </section>
          ))}
          {facts.mayEdit ? <SavesPart /> : null}
        </ReplyForm>
      </fieldset>
    </WorkbenchFrame>
  )
}
