import type { ReactNode } from 'react'
import { localPath, useFormats, useLanguage, useMessages } from '#i18n'
import type { ValuationFacts } from '#modules/valuation/server'
import { ButtonLink, Empty, Notice, Page } from '#ui'
import { InLanguage, useTitledStep } from './in-language.tsx'

export const workbenchParts = [
  'overview',
  'head',
  'methods',
  'inputs',
  'scenarios',
  'risk',
  'conclusion',
  'report',
] as const
export type WorkbenchPart = (typeof workbenchParts)[number]

/** The address of a part, without the language. */
export function partPath(id: string, part: WorkbenchPart): string {
  return part === 'overview' ? `/work/valuations/${id}` : `/work/valuations/${id}/${part}`
}

/** The part after another one, as one works through them. */
export function partAfter(part: WorkbenchPart): WorkbenchPart {
  return workbenchParts[workbenchParts.indexOf(part) + 1] ?? 'overview'
}

/** Parts that have nothing to work on before a method is chosen. */
const needMethods: readonly WorkbenchPart[] = ['inputs', 'scenarios', 'risk', 'conclusion', 'report']

interface FrameProps {
  readonly facts: ValuationFacts
  readonly part: WorkbenchPart
  readonly children: ReactNode
}

/** A part of the workbench: what is valued, the parts, what stands above all of them. */
export function WorkbenchFrame({ facts, part, children }: FrameProps) {
  const { workbench: words } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const { title } = facts.model.head.subject
  const titled = useTitledStep()
  return (
    <Page
      title={part === 'overview' ? <InLanguage text={title} /> : words.parts[part]}
      lead={words.partLeads[part]}
      trail={[
        { to: '/work/valuations', text: words.listTitle },
        ...(part === 'overview' ? [] : [titled(partPath(facts.id, 'overview'), title)]),
      ]}
    >
      <nav aria-label={words.partsLabel} className="mb-6">
        <ol className="flex flex-wrap gap-x-1 gap-y-1 border-b border-line pb-3 text-sm">
          {workbenchParts.map((one) => (
            <li key={one}>
              <a
                href={localPath(language, partPath(facts.id, one))}
                {...(one === part ? { 'aria-current': 'page' as const } : {})}
                className={`inline-flex min-h-8 items-center rounded-plain px-2 py-1 ${
                  one === part ? 'bg-action-wash font-semibold text-ink no-underline' : ''
                }`}
              >
                {words.parts[one]}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {facts.kind === 'private_estimate' ? (
        <p className="mb-4 text-sm font-semibold text-caution">{words.privateNotice}</p>
      ) : facts.mandate ? (
        <p className="mb-4 text-sm">
          <a href={localPath(language, `/work/mandates/${facts.mandate.id}`)}>{words.mandate.title}</a>
          {` · ${words.mandate.states[facts.mandate.state]} · ${words.mandate.deadline}: ${format.day(facts.mandate.deadline)}`}
        </p>
      ) : null}
      {facts.mayEdit || part === 'overview' || part === 'report' ? null : (
        <Notice>{facts.mandate && facts.mandate.state !== 'accepted' ? words.readOnly : words.viewerOnly}</Notice>
      )}
      {needMethods.includes(part) && !facts.model.approaches.some(({ enabled }) => enabled) ? (
        <Empty action={<ButtonLink to={partPath(facts.id, 'methods')}>{words.inputs.toMethods}</ButtonLink>}>
          {words.inputs.noMethods}
        </Empty>
      ) : (
        children
      )}
    </Page>
  )
}
