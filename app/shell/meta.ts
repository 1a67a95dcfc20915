import type { MetaDescriptor } from '@remix-run/react'

/** What a page tells of itself to search engines and to those who share it; its loader returns it as `page`. */
export interface PageFacts {
  readonly title: string
  readonly description: string
  /** The name of the exchange, after the title. */
  readonly site: string
  readonly picture?: string | null
  /** schema.org, as JSON-LD. */
  readonly schema?: Readonly<Record<string, unknown>> | null
  /** The same as feeds, for readers of news. */
  readonly feeds?: readonly { readonly type: string; readonly href: string }[]
  /** Kept out of search engines. */
  readonly closed?: boolean
}

interface MetaInput {
  readonly data?: unknown
  readonly error?: unknown
}

/** The `meta` export of every route: reads `page` from the loader's data. */
export function pageMeta({ data }: MetaInput): MetaDescriptor[] {
  const page = typeof data === 'object' && data !== null && 'page' in data ? (data.page as PageFacts) : null
  if (!page) return []
  const title = page.title === page.site ? page.site : `${page.title} · ${page.site}`
  return [
    { title },
    { name: 'description', content: page.description },
    { property: 'og:title', content: page.title },
    { property: 'og:description', content: page.description },
    { property: 'og:site_name', content: page.site },
    { property: 'og:type', content: 'website' },
    ...(page.picture ? [{ property: 'og:image', content: page.picture }] : []),
    ...(page.closed ? [{ name: 'robots', content: 'noindex' }] : []),
    ...(page.feeds ?? []).map((feed) => ({ tagName: 'link', rel: 'alternate', title: page.title, ...feed })),
    ...(page.schema ? [{ 'script:ld+json': page.schema }] : []),
  ] as MetaDescriptor[]
}
