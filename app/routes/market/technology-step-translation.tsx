import { useMessages } from '#i18n'
import { otherLanguage } from '#kernel'
import { type TextField as TranslatedField, textLimits } from '#modules/technologies'
import { Prose, TextArea, TextField, useReplyForm } from '#ui'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type TranslationForm = Record<TranslatedField, string> & { version: string; keywords: string; confirmed: string[] }

const heights: Readonly<Record<TranslatedField, number>> = {
  title: 2,
  teaser: 3,
  problem: 8,
  solution: 12,
  advantages: 8,
  applications: 4,
  partnersNow: 3,
  partnersWanted: 3,
}

/** Each source text with its translation beside it. */
export function TranslationStep({ facts, reply, autosave }: StepProps) {
  const { technologies } = useMessages()
  const words = technologies.editor
  const source = facts.sourceLanguage
  const target = otherLanguage(source)
  const of = useReplyForm<TranslationForm>({
    name: 'translation',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields } = of
  const confirmed = fields.confirmed.initialValue
  return (
    <StepForm of={of} sent={fields.version.initialValue} facts={facts} autosave={autosave}>
      {facts.sources.length === 0 ? <p className="text-muted">{words.sourceEmpty}</p> : null}
      {facts.sources.map(({ field, text, state }) => (
        <div key={field} className="grid gap-4 border-t border-line pt-4 md:grid-cols-2">
          <div>
            <p className="mb-1 text-sm font-semibold">{`${technologies.textFields[field]} (${words.source})`}</p>
            <div
              className="max-h-96 overflow-y-auto bg-wash p-3"
              tabIndex={0}
              role="region"
              aria-label={`${technologies.textFields[field]} (${words.source})`}
            >
              <Prose text={text} lang={source} />
            </div>
          </div>
          <div className="space-y-2" lang={target}>
            <TextArea
              field={fields[field]}
              label={words.translationOf(technologies.textFields[field], target)}
              rows={heights[field]}
              maxLength={textLimits[field]}
            />
            {state === 'stale' ? (
              <>
                <p className="border-l-4 border-caution pl-3 text-sm text-caution">{words.stale}</p>
                <label className="flex min-h-8 items-start gap-3">
                  <input
                    type="checkbox"
                    name="confirmed"
                    value={field}
                    defaultChecked={Array.isArray(confirmed) ? confirmed.includes(field as never) : confirmed === field}
                    className="mt-1 size-5 shrink-0 accent-action"
                  />
                  <span>{words.stillRight}</span>
                </label>
              </>
            ) : null}
          </div>
        </div>
      ))}
      <div className="grid gap-4 border-t border-line pt-4 md:grid-cols-2">
        <div>
          <p className="mb-1 text-sm font-semibold">{`${technologies.sheet.keywords} (${words.source})`}</p>
          <p lang={source} className="bg-wash p-3">
            {facts.sourceKeywords.join(', ')}
          </p>
        </div>
        <TextField
          field={fields.keywords}
          label={words.translationOf(technologies.sheet.keywords, target)}
          help={words.keywordsHelp}
        />
      </div>
    </StepForm>
  )
}
