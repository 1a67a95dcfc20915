import { useEffect, useRef } from 'react'
import { useLanguage, useMessages } from '#i18n'
import { fundingKinds, rightsBases, rightsBasisNames, textLimits } from '#modules/technologies'
import type { FoundOrganisation } from '#modules/technologies/server'
import { Button, SelectField, TextArea, TextField, useReplyForm } from '#ui'
import { adding, Row, RowButton, rowKey, Rows, Wide } from './technology-rows.tsx'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type OriginForm = {
  version: string
  funding: {
    kind: string
    share: string
    taskCode: string
    approvedOn: string
    acceptance: string
    certificate: string
  }[]
  owners: { name: string; organisationId: string; basis: string; share: string; consent: string }[]
  authors: { name: string; share: string }[]
  partnersNow: string
  partnersWanted: string
  ownerQuery: string
}

/** The organisations found for the words typed; null when nothing was looked for. */
function foundIn(reply: unknown): readonly FoundOrganisation[] | null {
  return typeof reply === 'object' && reply !== null && 'found' in reply && Array.isArray(reply.found)
    ? (reply.found as readonly FoundOrganisation[])
    : null
}

export function OriginStep({ facts, reply, autosave }: StepProps) {
  const { technologies } = useMessages()
  const language = useLanguage()
  const words = technologies.editor
  const sheet = technologies.sheet
  const of = useReplyForm<OriginForm>({
    name: 'origin',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields, form } = of
  const found = foundIn(reply)
  const results = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (found) results.current?.focus()
  }, [found])
  const share = (field: Parameters<typeof TextField>[0]['field'], optional = false) => (
    <TextField field={field} label={words.sharePercent} inputMode="decimal" optional={optional} />
  )
  return (
    <StepForm of={of} sent={fields.version.initialValue} facts={facts} autosave={autosave}>
      <Rows
        title={sheet.funding}
        help={words.fundingHelp}
        id="origin-funding-list"
        issues={fields.funding.errors}
        add={<RowButton of={adding(form, fields.funding.name, { kind: 'state' })}>{words.addFunding}</RowButton>}
      >
        {fields.funding.getFieldList().map((item, index) => {
          const row = item.getFieldset()
          return (
            <Row key={rowKey(item)} form={form} list={fields.funding.name} index={index} name={words.fundingRow}>
              <SelectField
                field={row.kind}
                label={sheet.source}
                choices={fundingKinds.map((kind) => ({ value: kind, text: technologies.fundingKinds[kind] }))}
              />
              {share(row.share)}
              <TextField field={row.taskCode} label={sheet.task} maxLength={80} optional />
              <TextField field={row.approvedOn} label={sheet.approvedOn} type="date" optional />
              <TextField field={row.acceptance} label={sheet.acceptance} maxLength={300} optional />
              <TextField field={row.certificate} label={sheet.certificate} maxLength={80} optional />
            </Row>
          )
        })}
      </Rows>
      <Rows
        title={sheet.owners}
        help={words.ownersHelp}
        id="origin-owners-list"
        issues={fields.owners.errors}
        add={<RowButton of={adding(form, fields.owners.name, { basis: 'co_owner' })}>{words.addOwner}</RowButton>}
      >
        {fields.owners.getFieldList().map((item, index) => {
          const row = item.getFieldset()
          const here = typeof row.organisationId.initialValue === 'string' && row.organisationId.initialValue !== ''
          return (
            <Row key={rowKey(item)} form={form} list={fields.owners.name} index={index} name={words.ownersRow}>
              <Wide>
                <input
                  type="hidden"
                  name={row.organisationId.name}
                  defaultValue={here ? String(row.organisationId.initialValue) : ''}
                />
                <TextField
                  field={row.name}
                  label={words.ownerName}
                  maxLength={200}
                  readOnly={here}
                  help={here ? words.ownerHere : undefined}
                />
              </Wide>
              <SelectField
                field={row.basis}
                label={sheet.basis}
                choices={rightsBases.map((basis) => ({ value: basis, text: rightsBasisNames[basis][language] }))}
              />
              {share(row.share)}
              {here ? null : (
                <Wide>
                  <TextField
                    field={row.consent}
                    label={words.consentText}
                    help={words.consentTextHelp}
                    maxLength={300}
                    optional
                  />
                </Wide>
              )}
            </Row>
          )
        })}
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-60 grow">
            <TextField
              field={fields.ownerQuery}
              label={words.findOwner}
              autoComplete="off"
              optional
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                event.currentTarget.form?.querySelector<HTMLButtonElement>('button[name=find]')?.click()
              }}
            />
          </div>
          <Button name="find" value="owner" weight="secondary">
            {words.find}
          </Button>
        </div>
        {found ? (
          <div ref={results} tabIndex={-1} role="status" className="space-y-2">
            {found.length === 0 ? <p className="text-muted">{words.foundNone}</p> : null}
            {found.map((organisation) => (
              <div key={organisation.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <RowButton
                  of={adding(form, fields.owners.name, {
                    name: organisation.name.vi,
                    organisationId: organisation.id,
                    basis: 'co_owner',
                  })}
                >
                  {words.addFound(organisation.name[language])}
                </RowButton>
                {organisation.taxCode === null ? null : (
                  <span className="text-sm text-muted">{`${words.taxCode} ${organisation.taxCode}`}</span>
                )}
              </div>
            ))}
          </div>
        ) : null}
      </Rows>
      <Rows
        title={sheet.authors}
        help={words.authorsHelp}
        id="origin-authors-list"
        issues={fields.authors.errors}
        add={<RowButton of={adding(form, fields.authors.name)}>{words.addAuthor}</RowButton>}
      >
        {fields.authors.getFieldList().map((item, index) => {
          const row = item.getFieldset()
          return (
            <Row key={rowKey(item)} form={form} list={fields.authors.name} index={index} name={words.authorsRow}>
              <TextField field={row.name} label={words.authorName} maxLength={120} />
              {share(row.share, true)}
            </Row>
          )
        })}
      </Rows>
      <TextArea
        field={fields.partnersNow}
        label={technologies.textFields.partnersNow}
        rows={3}
        maxLength={textLimits.partnersNow}
        optional
      />
      <TextArea
        field={fields.partnersWanted}
        label={technologies.textFields.partnersWanted}
        rows={3}
        maxLength={textLimits.partnersWanted}
        optional
      />
    </StepForm>
  )
}
