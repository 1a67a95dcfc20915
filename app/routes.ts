import { index, route, type RouteConfig } from '@remix-run/route-config'

/** The whole map of addresses. Vietnamese stands at `/`, English at `/en/`: each page is one route for both. */
export default [
  route('en?', 'routes/site.tsx', [index('routes/public/home.tsx'), route('*', 'routes/public/nowhere.tsx')]),
] satisfies RouteConfig
