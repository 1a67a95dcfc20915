import { useMessages } from '#i18n'
import { declarations } from '#modules/technologies'
import { Button, RadioGroup, TextArea, useReplyForm } from '#ui'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type DeclarationForm = { version: string; kind: string; basis: string }

export function DeclarationStep({ facts, reply, autosave }: StepProps) {
  const { technologies } = useMessages()
  const words = technologies.editor
  const of = useReplyForm<DeclarationForm>({
    name: 'declaration',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields } = of
  const signs = facts.role === 'owner' || facts.role === 'signatory'
  return (
    <StepForm
      of={of}
      sent={fields.version.initialValue}
      facts={facts}
      autosave={autosave}
      buttons={
        <>
          <Button name="to" value={signs ? 'submit' : 'propose'}>
            {signs ? words.submit : words.propose}
          </Button>
          <Button name="to" value="own" weight="secondary">
            {words.saveAndLeave}
          </Button>
        </>
      }
    >
      <RadioGroup
        field={fields.kind}
        label={words.declarationKind}
        choices={declarations.map((kind) => ({
          value: kind,
          text: technologies.declarations[kind],
          help: words.declarationHelp[kind],
        }))}
      />
      <TextArea
        field={fields.basis}
        label={words.declarationBasis}
        help={words.declarationBasisHelp}
        rows={4}
        maxLength={1000}
      />
      <p className="max-w-[75ch] text-sm text-muted">
        {signs ? technologies.own.moveHelp.submit : technologies.own.moveHelp.propose} {words.submitHelp}
      </p>
    </StepForm>
  )
}
