import { index, route, type RouteConfig } from '@remix-run/route-config'

/** The whole map of addresses. Vietnamese stands at `/`, English at `/en/`: each page is one route for both. */
export default [
  route('sitemap.xml', 'routes/api/sitemap.ts'),
  route('robots.txt', 'routes/api/robots.ts'),
  route('en?', 'routes/site.tsx', [
    index('routes/public/home.tsx'),
    route('search', 'routes/public/search.tsx'),
    route('about', 'routes/public/about.tsx'),
    route('privacy', 'routes/public/privacy.tsx'),
    route('register', 'routes/account/register.tsx'),
    route('register/sent', 'routes/account/register-sent.tsx'),
    route('confirm/:token', 'routes/account/confirm.tsx'),
    route('sign-in', 'routes/account/sign-in.tsx'),
    route('sign-in/second-factor', 'routes/account/sign-in-second-factor.tsx'),
    route('sign-out', 'routes/account/sign-out.tsx'),
    route('forgotten', 'routes/account/forgotten.tsx'),
    route('reset/:token', 'routes/account/reset.tsx'),
    route('account', 'routes/account/account.tsx'),
    route('account/password', 'routes/account/password.tsx'),
    route('account/sessions', 'routes/account/sessions.tsx'),
    route('technologies/:id', 'routes/public/technology.tsx'),
    route('files/:listingId/:fileId', 'routes/public/file.tsx'),
    route('*', 'routes/public/nowhere.tsx'),
  ]),
] satisfies RouteConfig
