import { developmentGoals, greenTags, industries, provinces, scienceFields } from '#classifications'
import { useLanguage, useMessages } from '#i18n'
import { CheckboxGroup, SelectField, TextArea, TextField, useReplyForm } from '#ui'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type SummaryForm = {
  version: string
  title: string
  teaser: string
  field1: string
  field2: string
  field3: string
  industries: string[]
  keywords: string
  ipc: string
  goals: string[]
  green: string[]
  province: string
  place: string
}

export function SummaryStep({ facts, reply, autosave }: StepProps) {
  const { site, technologies } = useMessages()
  const language = useLanguage()
  const words = technologies.editor
  const of = useReplyForm<SummaryForm>({
    name: 'summary',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields } = of
  const choices = (list: typeof industries) => list.map((entry) => ({ value: entry.code, text: entry[language] }))
  const groups = scienceFields
    .filter((entry) => entry.parent === undefined)
    .map((group) => ({
      label: group[language],
      choices: scienceFields
        .filter((entry) => entry.parent === group.code)
        .map((entry) => ({ value: entry.code, text: entry[language] })),
    }))
  return (
    <StepForm of={of} sent={fields.version.initialValue} facts={facts} autosave={autosave}>
      <TextField
        field={fields.title}
        label={technologies.textFields.title}
        help={technologies.start.titleHelp}
        maxLength={300}
      />
      <TextArea
        field={fields.teaser}
        label={technologies.textFields.teaser}
        help={words.teaserHelp}
        rows={3}
        maxLength={500}
      />
      <SelectField field={fields.field1} label={words.field(1)} groups={groups} empty={site.choose} />
      <SelectField field={fields.field2} label={words.field(2)} groups={groups} empty={site.none} optional />
      <SelectField field={fields.field3} label={words.field(3)} groups={groups} empty={site.none} optional />
      <CheckboxGroup
        field={fields.industries}
        label={technologies.sheet.industries}
        help={words.industriesHelp}
        choices={choices(industries)}
        columns={2}
      />
      <TextField field={fields.keywords} label={technologies.sheet.keywords} help={words.keywordsHelp} />
      <TextField field={fields.ipc} label={technologies.sheet.ipc} help={words.ipcHelp} optional />
      <SelectField field={fields.province} label={words.province} choices={choices(provinces)} empty={site.choose} />
      <TextField field={fields.place} label={words.placeDetail} help={words.placeHelp} optional />
      <CheckboxGroup
        field={fields.green}
        label={technologies.sheet.green}
        choices={choices(greenTags)}
        columns={2}
        optional
      />
      <CheckboxGroup
        field={fields.goals}
        label={technologies.sheet.goals}
        help={words.goalsHelp}
        choices={choices(developmentGoals)}
        columns={2}
        optional
      />
    </StepForm>
  )
}
