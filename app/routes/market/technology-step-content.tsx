import { useMessages } from '#i18n'
import { textLimits } from '#modules/technologies'
import { TextArea, TextField, useReplyForm } from '#ui'
import { adding, Row, RowButton, rowKey, Rows } from './technology-rows.tsx'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type ContentForm = {
  version: string
  problem: string
  solution: string
  advantages: string
  applications: string
  comparison: { criterion: string; unit: string; present: string; offered: string }[]
}

export function ContentStep({ facts, reply, autosave }: StepProps) {
  const { technologies } = useMessages()
  const words = technologies.editor
  const sheet = technologies.sheet
  const of = useReplyForm<ContentForm>({
    name: 'content',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields, form } = of
  const area = (field: 'problem' | 'solution' | 'advantages' | 'applications', help: string, rows: number) => (
    <TextArea
      field={fields[field]}
      label={technologies.textFields[field]}
      help={help}
      rows={rows}
      maxLength={textLimits[field]}
    />
  )
  return (
    <StepForm of={of} sent={fields.version.initialValue} facts={facts} autosave={autosave}>
      {area('problem', words.problemHelp, 5)}
      {area('solution', words.solutionHelp, 10)}
      {area('advantages', words.advantagesHelp, 5)}
      {area('applications', words.applicationsHelp, 4)}
      <Rows
        title={sheet.comparison}
        id="content-comparison-list"
        issues={fields.comparison.errors}
        add={<RowButton of={adding(form, fields.comparison.name)}>{words.addRow}</RowButton>}
      >
        {fields.comparison.getFieldList().map((item, index) => {
          const row = item.getFieldset()
          return (
            <Row key={rowKey(item)} form={form} list={fields.comparison.name} index={index} name={words.comparisonRow}>
              <TextField field={row.criterion} label={sheet.criterion} />
              <TextField field={row.unit} label={sheet.unit} optional />
              <TextField field={row.present} label={sheet.present} />
              <TextField field={row.offered} label={sheet.offered} />
            </Row>
          )
        })}
      </Rows>
    </StepForm>
  )
}
