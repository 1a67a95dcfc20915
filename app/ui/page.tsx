import type { ReactNode } from 'react'
import { useMessages } from '#i18n'
import type { Language } from '#kernel'
import { Link } from './link.tsx'

interface PageProps {
  readonly title: ReactNode
  readonly lead?: ReactNode
  /** Where the page stands: from the widest to the nearest, without the page itself. */
  readonly trail?: readonly { readonly to: string; readonly text: string; readonly lang?: Language }[]
  readonly actions?: ReactNode
  /** `reading` keeps lines short; `wide` is for lists and tables. */
  readonly width?: 'reading' | 'wide'
  readonly children: ReactNode
}

/** The body of a page: where it stands, its heading, what can be done, its content. */
export function Page({ title, lead, trail, actions, width = 'wide', children }: PageProps) {
  const messages = useMessages()
  return (
    <div className={`mx-auto px-4 py-6 sm:py-8 ${width === 'reading' ? 'max-w-3xl' : 'max-w-6xl'}`}>
      {trail && trail.length > 0 ? (
        <nav aria-label={messages.site.trail} className="mb-3 text-sm">
          <ol className="flex flex-wrap gap-x-2">
            {trail.map((step) => (
              <li key={step.to} className="after:ml-2 after:text-muted after:content-['/'] last:after:content-none">
                <Link
                  to={step.to}
                  className="inline-flex min-h-6 items-center"
                  {...(step.lang ? { lang: step.lang } : {})}
                >
                  {step.text}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="max-w-[75ch]">
          <h1 className="text-2xl sm:text-3xl">{title}</h1>
          {lead ? <p className="mt-2 text-lg text-muted">{lead}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
      </div>
      {children}
    </div>
  )
}

interface SectionProps {
  readonly title: ReactNode
  readonly id?: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, id, aside, children }: SectionProps) {
  return (
    <section {...(id ? { id } : {})} className="mt-8 border-t border-line pt-5 first:mt-0 first:border-0 first:pt-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-xl">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** Plain text as paragraphs: an empty line parts them, a single line end is kept. */
export function Prose({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) {
  return (
    <div className="max-w-[75ch] space-y-3" {...(lang ? { lang } : {})}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  )
}

/** What a list says when it holds nothing: what that means and what to do. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="border-l-4 border-line bg-wash px-4 py-5">
      <p className="max-w-[75ch]">{children}</p>
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  )
}

export type Tone = 'info' | 'success' | 'caution' | 'danger'

const tones: Readonly<Record<Tone, { readonly box: string; readonly sign: string }>> = {
  info: { box: 'border-edge bg-wash', sign: 'i' },
  success: { box: 'border-action bg-action-wash', sign: '✓' },
  caution: { box: 'border-caution bg-caution-wash', sign: '!' },
  danger: { box: 'border-danger bg-danger-wash', sign: '!' },
}

/** A message about the page or what was just done. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  readonly tone?: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={`mb-5 flex gap-3 border-l-4 px-4 py-3 ${tones[tone].box}`}
    >
      <span aria-hidden="true" className="font-semibold">
        {tones[tone].sign}
      </span>
      <div className="max-w-[75ch]">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
