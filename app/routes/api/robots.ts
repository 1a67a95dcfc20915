import { config } from '#platform/config'

const closed = [
  '/account',
  '/work',
  '/operator',
  '/notifications',
  '/sign-in',
  '/register',
  '/forgotten',
  '/reset/',
  '/confirm/',
]

/** What crawlers are asked to leave alone: everything that belongs to one reader. */
export function loader(): Response {
  const lines = ['User-agent: *', ...closed.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`])]
  lines.push('', `Sitemap: ${config().origin}/sitemap.xml`, '')
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
