import { robots } from '#modules/catalogue/server'

export function loader(): Response {
  return new Response(robots(), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
