import { useMessages } from '#i18n'
import { Button, Checkbox, FileField, ReplyForm, TextField, useReplyForm } from '#ui'
import { rowKey } from './technology-rows.tsx'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type FilesForm = {
  version: string
  attachments: { file: string; caption: string; picture: string; confidential: string }[]
}

export function FilesStep({ facts, reply, autosave }: StepProps) {
  const { technologies } = useMessages()
  const words = technologies.editor
  const of = useReplyForm<FilesForm>({
    name: 'files',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields } = of
  return (
    <>
      <Upload facts={facts} reply={reply} autosave={autosave} />
      <h2 className="mb-3 mt-8 border-t border-line pt-4 text-lg">{words.filesTitle}</h2>
      <StepForm of={of} sent={fields.version.initialValue} facts={facts} autosave={autosave}>
        {facts.attachments.length === 0 ? <p className="text-muted">{words.filesNone}</p> : null}
        {fields.attachments.getFieldList().map((item) => {
          const row = item.getFieldset()
          const attachment = facts.attachments.find((known) => known.file === row.file.initialValue)
          if (!attachment) return null
          return (
            <div
              key={rowKey(item)}
              role="group"
              aria-label={attachment.name}
              className="space-y-3 border-l-4 border-line pl-4"
            >
              <div className="flex flex-wrap items-center justify-between gap-3">
                <a href={`/files/${facts.id}/${attachment.file}`} className="break-words font-semibold">
                  {attachment.name}
                </a>
                <Button
                  weight="danger"
                  name="remove"
                  value={attachment.file}
                  aria-label={words.removeFile(attachment.name)}
                >
                  {words.removeShort}
                </Button>
              </div>
              <input type="hidden" name={row.file.name} value={attachment.file} />
              <TextField field={row.caption} label={words.caption} maxLength={300} optional />
              <Checkbox field={row.confidential} label={words.confidential} />
              <Checkbox field={row.picture} label={words.picture} />
            </div>
          )
        })}
      </StepForm>
    </>
  )
}

function Upload({ facts, reply, autosave }: StepProps) {
  const { technologies } = useMessages()
  const words = technologies.editor
  const of = useReplyForm<{ file: string; caption: string; confidential: string }>({ name: 'upload', reply })
  return (
    <ReplyForm of={of} multipart>
      <h2 className="text-lg">{words.uploadTitle}</h2>
      <input type="hidden" name="version" value={autosave.version ?? facts.version} />
      <FileField field={of.fields.file} label={words.file} help={words.fileHelp} />
      <TextField field={of.fields.caption} label={words.caption} maxLength={300} optional />
      <Checkbox field={of.fields.confidential} label={words.confidential} />
      <Button weight="secondary">{words.upload}</Button>
    </ReplyForm>
  )
}
