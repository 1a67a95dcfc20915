import { type Classified, industries, provinces, scienceFields } from '#classifications'
import { type Messages, useLanguage, useMessages } from '#i18n'
import { currencies, type Language, languages, otherLanguage } from '#kernel'
import { criterionKinds, type NeedTextField, needTextFields, needTextLimits } from '#modules/needs'
import {
  Button,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  type Field,
  MoneyField,
  RadioGroup,
  ReplyForm,
  SelectField,
  TextArea,
  TextField,
  useReplyForm,
} from '#ui'

interface StepProps {
  readonly id: string
  readonly version: number
  readonly sourceLanguage: Language
  readonly source: Readonly<Record<NeedTextField, string>>
  /** Fields whose translation is older than the source. */
  readonly older: readonly NeedTextField[]
  readonly values: Readonly<Record<string, unknown>>
  readonly reply: unknown
}

const rowsOf: Readonly<Record<NeedTextField, number>> = { title: 1, wanted: 8, reason: 5, present: 4, conditions: 4 }

/** Stands first in each form, so that the Enter key saves and does not take a row away. */
function EnterSaves() {
  return <button type="submit" name="go" value="stay" tabIndex={-1} aria-hidden="true" className="sr-only" />
}

function Hidden({ version }: Pick<StepProps, 'version'>) {
  return <input type="hidden" name="version" value={String(version)} />
}

function Saves({ id, last = false }: { readonly id: string; readonly last?: boolean }) {
  const { needs } = useMessages()
  return (
    <div className="flex flex-wrap gap-3 border-t border-line pt-5">
      <Button name="go" value="next">
        {last ? needs.steps.finish : needs.steps.next}
      </Button>
      <Button weight="secondary" name="go" value="stay">
        {needs.steps.save}
      </Button>
      <ButtonLink to={`/work/needs/${id}`} weight="quiet">
        {needs.steps.back}
      </ButtonLink>
    </div>
  )
}

/** Fields of science under their groups, in the page's language. */
function fieldGroups(language: Language) {
  return scienceFields
    .filter((entry) => entry.parent === undefined)
    .map((group) => ({
      label: group[language],
      choices: [group, ...scienceFields.filter((entry) => entry.parent === group.code)].map((entry) => ({
        value: entry.code,
        text: entry[language],
      })),
    }))
}

const choicesOf = (list: readonly Classified[], language: Language) =>
  list.map((entry) => ({ value: entry.code, text: entry[language] }))

/** The texts in a language; not a component, so that the form's summary finds their labels. */
function textFields(needs: Messages['needs'], fields: Readonly<Record<NeedTextField, Field>>, lang: Language) {
  const help: Readonly<Record<NeedTextField, string>> = {
    title: needs.form.titleHelp,
    wanted: needs.form.wantedHelp,
    reason: needs.form.reasonHelp,
    present: needs.form.presentHelp,
    conditions: needs.form.conditionsHelp,
  }
  return needTextFields.map((field) =>
    field === 'title' ? (
      <TextField
        key={field}
        field={fields[field]}
        label={needs.texts[field]}
        help={help[field]}
        lang={lang}
        maxLength={needTextLimits[field]}
      />
    ) : (
      <TextArea
        key={field}
        field={fields[field]}
        label={needs.texts[field]}
        help={help[field]}
        lang={lang}
        rows={rowsOf[field]}
        maxLength={needTextLimits[field]}
        optional={field === 'present' || field === 'conditions'}
      />
    ),
  )
}

/** The first step: what is wanted, why, and where it belongs. */
export function WhatForm({ id, version, sourceLanguage, values, reply }: StepProps) {
  const { needs, site } = useMessages()
  const language = useLanguage()
  const form = useReplyForm<
    Record<NeedTextField | 'sourceLanguage' | 'field1' | 'field2' | 'field3' | 'keywords', string> & {
      industries: string[]
    }
  >({ name: 'what', reply, values })
  const { fields } = form
  return (
    <ReplyForm of={form}>
      <EnterSaves />
      <Hidden version={version} />
      <RadioGroup
        field={fields.sourceLanguage}
        label={needs.start.language}
        choices={languages.map((code) => ({ value: code, text: site.languageNames[code] }))}
        columns={2}
      />
      {textFields(needs, fields, sourceLanguage)}
      <fieldset className="space-y-4">
        <legend className="text-lg font-semibold">{needs.facts.fields}</legend>
        <p className="text-sm text-muted">{needs.form.fieldHelp}</p>
        {[fields.field1, fields.field2, fields.field3].map((field, index) => (
          <SelectField
            key={field.name}
            field={field}
            label={needs.form.field(index + 1)}
            groups={fieldGroups(language)}
            empty={site.choose}
            optional={index > 0}
          />
        ))}
      </fieldset>
      <CheckboxGroup
        field={fields.industries}
        label={needs.facts.industries}
        help={needs.form.industriesHelp}
        choices={choicesOf(industries, language)}
        columns={2}
        optional
      />
      <TextField
        field={fields.keywords}
        label={needs.facts.keywords}
        help={needs.form.keywordsHelp}
        lang={sourceLanguage}
        optional
      />
      <Saves id={id} />
    </ReplyForm>
  )
}

interface Terms extends Record<string, unknown> {
  criteria: { kind: string; vi: string; en: string }[]
  budgetFrom: string
  budgetTo: string
  currency: string
  neededOn: string
  province: string
  place: string
}

/** The second step: by what answers are judged, for how much, by when and where. */
export function TermsForm({ id, version, values, reply }: StepProps) {
  const { needs } = useMessages()
  const language = useLanguage()
  const form = useReplyForm<Terms>({ name: 'terms', reply, values })
  const { fields } = form
  const currency = fields.currency.initialValue === 'USD' ? 'USD' : 'VND'
  return (
    <ReplyForm of={form}>
      <EnterSaves />
      <Hidden version={version} />
      {criteriaFields(needs, form)}
      <fieldset className="space-y-4">
        <legend className="text-lg font-semibold">{needs.form.budget}</legend>
        <p className="text-sm text-muted">{needs.form.budgetHelp}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <MoneyField field={fields.budgetFrom} label={needs.form.budgetFrom} currency={currency} optional />
          <MoneyField field={fields.budgetTo} label={needs.form.budgetTo} currency={currency} optional />
        </div>
        <RadioGroup
          field={fields.currency}
          label={needs.form.currency}
          choices={currencies.map((code) => ({ value: code, text: needs.form.currencies[code] }))}
          columns={2}
        />
      </fieldset>
      <TextField
        field={fields.neededOn}
        label={needs.facts.neededOn}
        help={needs.form.neededOnHelp}
        type="date"
        optional
      />
      <SelectField
        field={fields.province}
        label={needs.facts.province}
        choices={choicesOf(provinces, language)}
        empty={needs.form.provinceEmpty}
        optional
      />
      <TextField field={fields.place} label={needs.facts.place} help={needs.form.placeHelp} maxLength={200} optional />
      <Saves id={id} />
    </ReplyForm>
  )
}

function criteriaFields(needs: Messages['needs'], form: ReturnType<typeof useReplyForm<Terms>>) {
  const words = needs.form
  const name: string = form.fields.criteria.name
  const rows = form.fields.criteria.getFieldList()
  return (
    <fieldset className="space-y-4">
      <legend className="text-lg font-semibold">{words.criteria}</legend>
      <p className="max-w-[75ch] text-sm text-muted">{words.criteriaHelp}</p>
      <ul className="space-y-5">
        {rows.map((row, index) => {
          const cells = row.getFieldset()
          return (
            <li key={row.key} className="border-l-4 border-line pl-4">
              <fieldset className="space-y-3">
                <legend className="font-semibold">{words.criterionNumber(index + 1)}</legend>
                <SelectField
                  field={cells.kind}
                  label={words.criterionKind}
                  choices={criterionKinds.map((kind) => ({ value: kind, text: needs.criterion[kind] }))}
                />
                <div className="grid gap-3 sm:grid-cols-2">
                  <TextField field={cells.vi} label={words.criterionVi} lang="vi" maxLength={300} />
                  <TextField field={cells.en} label={words.criterionEn} lang="en" maxLength={300} optional />
                </div>
                <Button weight="quiet" {...form.form.remove.getButtonProps({ name, index })}>
                  {words.removeCriterion(index + 1)}
                </Button>
              </fieldset>
            </li>
          )
        })}
      </ul>
      <Button weight="secondary" {...form.form.insert.getButtonProps({ name })}>
        {words.addCriterion}
      </Button>
    </fieldset>
  )
}

/** The third step: the other language, and whether the organisation's name is shown. */
export function OpennessForm({ id, version, sourceLanguage, source, older, values, reply }: StepProps) {
  const { needs, site } = useMessages()
  const other = otherLanguage(sourceLanguage)
  const form = useReplyForm<Record<NeedTextField | 'keywords' | 'nameHidden', string>>({
    name: 'openness',
    reply,
    values,
  })
  const { fields } = form
  const written = needTextFields.filter((field) => source[field] !== '' || fields[field].initialValue)
  return (
    <ReplyForm of={form}>
      <EnterSaves />
      <Hidden version={version} />
      <fieldset className="space-y-3">
        <legend className="text-lg font-semibold">{needs.form.openness}</legend>
        <Checkbox field={fields.nameHidden} label={needs.form.hideName} help={needs.form.hideNameHelp} />
      </fieldset>
      <fieldset className="space-y-5">
        <legend className="text-lg font-semibold">
          {needs.form.translation(other === 'vi' ? site.inVietnamese : site.inEnglish)}
        </legend>
        <p className="max-w-[75ch] text-sm text-muted">{needs.form.translationHelp}</p>
        {written.map((field) => (
          <div key={field} className="space-y-2">
            {older.includes(field) ? <p className="border-l-4 border-caution pl-3">{needs.form.older}</p> : null}
            {field === 'title' ? (
              <TextField field={fields.title} label={needs.texts.title} lang={other} maxLength={300} optional />
            ) : (
              <TextArea
                field={fields[field]}
                label={needs.texts[field]}
                lang={other}
                rows={rowsOf[field]}
                maxLength={needTextLimits[field]}
                optional
              />
            )}
            <details className="text-sm">
              <summary className="min-h-6 text-muted">{needs.form.sourceText}</summary>
              <p lang={sourceLanguage} className="mt-1 whitespace-pre-line">
                {source[field]}
              </p>
            </details>
          </div>
        ))}
        <TextField
          field={fields.keywords}
          label={needs.facts.keywords}
          help={needs.form.keywordsHelp}
          lang={other}
          optional
        />
      </fieldset>
      <Saves id={id} last />
    </ReplyForm>
  )
}
