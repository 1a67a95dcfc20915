import { localPath, useLanguage } from '#i18n'

interface EvidenceListProps {
  readonly verificationId: string
  readonly files: readonly { readonly file: string; readonly name: string }[]
  /** Whether the reader may open them. */
  readonly readable: boolean
}

/** The files of evidence of one verification. */
export function EvidenceList({ verificationId, files, readable }: EvidenceListProps) {
  const language = useLanguage()
  return (
    <ul>
      {files.map(({ file, name }) => (
        <li key={file} className="break-all">
          {readable ? (
            <a
              href={localPath(language, `/account/verifications/${verificationId}/files/${file}`)}
              className="inline-flex min-h-6 items-center"
            >
              {name}
            </a>
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  )
}
