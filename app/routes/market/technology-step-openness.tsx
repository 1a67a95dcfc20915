import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { localPath, useLanguage, useMessages } from '#i18n'
import { sections } from '#modules/technologies'
import type { SheetFacts } from '#modules/technologies/server'
import { ButtonLink, CheckboxGroup, useReplyForm } from '#ui'
import { rightTypeName } from '../public/technology-names.ts'
import { TechnologySheet } from '../public/technology-sheet.tsx'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type OpennessForm = { version: string; confidential: string[]; hiddenNumbers: string[] }

export function OpennessStep({ facts, reply, autosave }: StepProps) {
  const { technologies } = useMessages()
  const language = useLanguage()
  const words = technologies.editor
  const of = useReplyForm<OpennessForm>({
    name: 'openness',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields } = of
  const fetcher = useFetcher<{ sheet: SheetFacts }>()
  const [asked, setAsked] = useState(false)
  const preview = (form: HTMLFormElement | null) => {
    if (!form) return
    const tried = new URLSearchParams({ tried: 'on' })
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && (name === 'confidential' || name === 'hiddenNumbers')) tried.append(name, value)
    setAsked(true)
    fetcher.load(localPath(language, `/work/technologies/${facts.id}/preview?${tried.toString()}`))
  }
  return (
    <>
      <div
        onChange={(event) => {
          if (event.target instanceof HTMLInputElement) preview(event.target.form)
        }}
      >
        <StepForm of={of} sent={fields.version.initialValue} facts={facts} autosave={autosave}>
          <CheckboxGroup
            field={fields.confidential}
            label={words.closedSections}
            help={words.closedSectionsHelp}
            choices={sections.map((section) => ({ value: section, text: technologies.sections[section] }))}
            columns={2}
          />
          {facts.rights.length > 0 ? (
            <CheckboxGroup
              field={fields.hiddenNumbers}
              label={words.hiddenNumbers}
              choices={facts.rights.map((right, index) => ({
                value: String(index),
                text: `${rightTypeName(right.type, language)} ${right.number}`.trim(),
              }))}
              optional
            />
          ) : null}
          <ButtonLink to={`/work/technologies/${facts.id}/preview`}>{words.openPreview}</ButtonLink>
        </StepForm>
      </div>
      {asked ? (
        <section aria-labelledby="live-preview" className="mt-8 border-t-4 border-action">
          <div className="px-4 pt-3">
            <h2 id="live-preview" className="text-lg">
              {words.preview}
            </h2>
            <p role="status" className="text-sm text-muted">
              {fetcher.state === 'idle' ? words.previewLead : words.previewLoading}
            </p>
          </div>
          {fetcher.data ? <TechnologySheet sheet={fetcher.data.sheet} as="preview" narrow /> : null}
        </section>
      ) : null}
    </>
  )
}
