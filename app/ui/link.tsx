import { Link as RemixLink } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { localPath, useLanguage } from '#i18n'

type LinkProps = Omit<ComponentProps<typeof RemixLink>, 'to'> & { readonly to: string }

/** A link to a page of the site in the reader's language; `to` has no language prefix. */
export function Link({ to, ...rest }: LinkProps) {
  const language = useLanguage()
  return <RemixLink to={localPath(language, to)} {...rest} />
}

export type Weight = 'primary' | 'secondary' | 'danger' | 'quiet'

const plain =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-plain px-4 py-2 text-center font-semibold no-underline cursor-pointer disabled:cursor-not-allowed disabled:opacity-60'

const weights: Readonly<Record<Weight, string>> = {
  primary: 'bg-action text-on-action hover:bg-action-strong hover:text-on-action',
  secondary: 'border border-edge bg-raised text-ink hover:border-action hover:text-action',
  danger: 'border border-danger bg-raised text-danger hover:bg-danger hover:text-on-danger',
  quiet: 'px-2 text-action underline hover:text-action-strong',
}

export function ButtonLink({
  weight = 'secondary',
  className = '',
  ...rest
}: LinkProps & { readonly weight?: Weight }) {
  return <Link {...rest} className={`${plain} ${weights[weight]} ${className}`} />
}

type ButtonProps = ComponentProps<'button'> & { readonly weight?: Weight; readonly children: ReactNode }

export function Button({ weight = 'primary', className = '', type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} {...rest} className={`${plain} ${weights[weight]} ${className}`} />
}
