import { useLanguage, useMessages } from '#i18n'
import { languages } from '#kernel'
import { longestSide, type TermKind, termKinds } from '#modules/terminology'
import { type Field, Link, SelectField, TextField } from '#ui'
import { fieldGroups } from './term-names.ts'

interface TermFieldsProps {
  readonly kind: TermKind
  readonly fields: {
    readonly a: Field
    readonly b: Field
    readonly language: Field
    readonly field: Field
    readonly source: Field
  }
}

/** Leads from the form of one kind of pair to the other. */
export function TermKinds({ to, current }: { readonly to: string; readonly current: TermKind }) {
  const words = useMessages().terminology.form
  return (
    <nav aria-label={words.kindsLabel} className="mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-5">
        {termKinds.map((kind) => (
          <li key={kind}>
            <Link
              to={kind === 'translation' ? to : `${to}?kind=${kind}`}
              {...(kind === current ? { 'aria-current': 'page' as const } : {})}
              className={`inline-flex min-h-11 items-center ${kind === current ? '-mb-px border-b-2 border-action font-semibold text-ink no-underline' : ''}`}
            >
              {words.kinds[kind]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What a pair of terms consists of. The labels are read by the summary of errors: call it as a function. */
export function termFields({ kind, fields }: TermFieldsProps, words: TermWords) {
  const { form, site, language } = words
  const side = { maxLength: longestSide, autoComplete: 'off', autoCapitalize: 'off', spellCheck: false } as const
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {kind === 'translation' ? (
        <>
          <TextField field={fields.a} label={form.en} help={form.enHelp} lang="en" {...side} />
          <TextField field={fields.b} label={form.vi} help={form.viHelp} lang="vi" {...side} />
        </>
      ) : (
        <>
          <SelectField
            field={fields.language}
            label={form.language}
            choices={languages.map((code) => ({ value: code, text: site.languageNames[code] }))}
          />
          <TextField field={fields.a} label={form.first} {...side} />
          <TextField field={fields.b} label={form.second} help={form.secondHelp} {...side} />
        </>
      )}
      <SelectField
        field={fields.field}
        label={form.field}
        help={form.fieldHelp}
        optional
        empty={words.noField}
        groups={fieldGroups(language)}
      />
      <TextField field={fields.source} label={form.source} help={form.sourceHelp} optional maxLength={300} />
    </>
  )
}

/** The words that `termFields` writes. */
export function useTermWords() {
  const { terminology, site } = useMessages()
  return { form: terminology.form, noField: terminology.noField, site, language: useLanguage() }
}

type TermWords = ReturnType<typeof useTermWords>
