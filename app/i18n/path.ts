import type { Language } from '#kernel'

/** The language of a path and the path without it: `/en/search` is English `/search`. */
export function languageOf(pathname: string): { language: Language; path: string } {
  if (pathname === '/en' || pathname === '/en/') return { language: 'en', path: '/' }
  if (pathname.startsWith('/en/')) return { language: 'en', path: pathname.slice(3) }
  return { language: 'vi', path: pathname }
}

/** A path of the site in a language; leaves other addresses alone. */
export function localPath(language: Language, path: string): string {
  if (language === 'vi' || !path.startsWith('/')) return path
  return path === '/' ? '/en' : `/en${path}`
}
