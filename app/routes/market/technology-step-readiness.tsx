import { useLanguage, useMessages } from '#i18n'
import { readinessLevels } from '#modules/technologies'
import { RadioGroup, SelectField, TextArea, TextField, useReplyForm } from '#ui'
import { adding, Row, RowButton, rowKey, Rows, Wide } from './technology-rows.tsx'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type ReadinessForm = {
  version: string
  claimed: string
  evidence: { level: string; title: string; detail: string; madeOn: string; file: string }[]
}

/** Shows a level's line only while that level is chosen; written out, since styles are made from what stands here. */
const whileChosen: Readonly<Record<number, string>> = {
  1: 'hidden group-has-[[name=claimed][value="1"]:checked]:block',
  2: 'hidden group-has-[[name=claimed][value="2"]:checked]:block',
  3: 'hidden group-has-[[name=claimed][value="3"]:checked]:block',
  4: 'hidden group-has-[[name=claimed][value="4"]:checked]:block',
  5: 'hidden group-has-[[name=claimed][value="5"]:checked]:block',
  6: 'hidden group-has-[[name=claimed][value="6"]:checked]:block',
  7: 'hidden group-has-[[name=claimed][value="7"]:checked]:block',
  8: 'hidden group-has-[[name=claimed][value="8"]:checked]:block',
  9: 'hidden group-has-[[name=claimed][value="9"]:checked]:block',
}

export function ReadinessStep({ facts, reply, autosave }: StepProps) {
  const { technologies } = useMessages()
  const language = useLanguage()
  const words = technologies.editor
  const of = useReplyForm<ReadinessForm>({
    name: 'readiness',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields, form } = of
  const asked = (level: (typeof readinessLevels)[number]) =>
    words.evidenceAsked(level.evidence.map((kind) => kind[language]).join('; '))
  const claimed = fields.claimed.initialValue
  return (
    <StepForm of={of} sent={fields.version.initialValue} facts={facts} autosave={autosave}>
      <div className="group space-y-5">
        <RadioGroup
          field={fields.claimed}
          label={words.claimed}
          choices={readinessLevels.map((level) => ({
            value: String(level.level),
            text: technologies.sheet.trlOf(level.level, level[language]),
            help: level.definition[language],
          }))}
        />
        <Rows
          title={technologies.sheet.evidence}
          id="readiness-evidence-list"
          issues={fields.evidence.errors}
          add={
            <RowButton
              of={adding(form, fields.evidence.name, {
                level: typeof claimed === 'string' && claimed !== '' ? claimed : '1',
              })}
            >
              {words.addEvidence}
            </RowButton>
          }
        >
          {readinessLevels.map((level) => (
            <p key={level.level} className={whileChosen[level.level]}>
              <strong className="font-semibold">{technologies.sheet.trl(level.level)}.</strong> {asked(level)}
            </p>
          ))}
          {fields.evidence.getFieldList().map((item, index) => {
            const row = item.getFieldset()
            return (
              <Row key={rowKey(item)} form={form} list={fields.evidence.name} index={index} name={words.evidenceRow}>
                <SelectField
                  field={row.level}
                  label={words.evidenceLevel}
                  choices={readinessLevels.map(({ level }) => ({
                    value: String(level),
                    text: technologies.sheet.trl(level),
                  }))}
                />
                <TextField field={row.madeOn} label={words.madeOn} type="date" optional />
                <Wide>
                  <TextField field={row.title} label={words.evidenceTitle} maxLength={300} />
                </Wide>
                <Wide>
                  <TextArea field={row.detail} label={words.evidenceDetail} rows={3} maxLength={2000} optional />
                </Wide>
                <Wide>
                  <SelectField
                    field={row.file}
                    label={words.evidenceFile}
                    help={facts.attachments.length === 0 ? words.evidenceFileHelp : undefined}
                    choices={facts.attachments.map(({ file, name }) => ({ value: file, text: name }))}
                    empty={words.noFile}
                    optional
                  />
                </Wide>
              </Row>
            )
          })}
        </Rows>
      </div>
    </StepForm>
  )
}
