/**
 * Every route and what each kind of reader gets, in this order: signed out, viewer, member, signatory and owner of the
 * organisation the thing belongs to, owner of another organisation, operator.
 *
 * Reading: `p` page, `s` sent to sign in, `f` sent to set up the second factor, `m` sent elsewhere, `h` not found,
 * `d` not allowed, `r` refused as it stands, `-` nothing to read. Sending a form: `a` reaches the command, else as above;
 * `{reader}` in a value is the reader's number.
 */
export interface RouteRow {
  readonly path: string
  /** What stands for the parameters: a name of the walk's things, or the word itself. */
  readonly at?: Readonly<Record<string, string>>
  readonly get: string
  readonly posts?: readonly { readonly form: Readonly<Record<string, string>>; readonly answers: string }[]
}

export const routeTable: readonly RouteRow[] = [
  { path: 'sitemap.xml', get: 'ppppppp' },
  { path: 'robots.txt', get: 'ppppppp' },
  { path: '', get: 'ppppppp' },
  { path: 'search', get: 'ppppppp' },
  { path: 'search/suggestions', get: 'ppppppp' },
  { path: 'compare', get: 'ppppppp' },
  { path: 'about', get: 'ppppppp' },
  { path: 'privacy', get: 'ppppppp' },
  { path: 'terms', get: 'ppppppp' },
  { path: 'terms/new', get: 'sdppppd', posts: [{ form: { form: 'translation' }, answers: 'sdaaaad' }] },
  { path: 'terms/export/:format', at: { format: 'tsv' }, get: 'ppppppp' },
  { path: 'register', get: 'pmmmmmm', posts: [{ form: { form: 'register' }, answers: 'aaaaaaa' }] },
  { path: 'register/sent', get: 'ppppppp' },
  {
    path: 'confirm/:token',
    at: { token: 'token' },
    get: 'ppppppp',
    posts: [{ form: { form: 'confirm' }, answers: 'aaaaaaa' }],
  },
  { path: 'sign-in', get: 'pmmmmmm', posts: [{ form: { form: 'sign-in' }, answers: 'aaaaaaa' }] },
  { path: 'sign-in/second-factor', get: 'mmmmmmm', posts: [{ form: { form: 'second' }, answers: 'aaaaaaa' }] },
  { path: 'sign-out', get: 'mmmmmmm', posts: [{ form: { form: 'out' }, answers: 'aaaaaaa' }] },
  { path: 'forgotten', get: 'ppppppp', posts: [{ form: { form: 'forgotten' }, answers: 'aaaaaaa' }] },
  {
    path: 'reset/:token',
    at: { token: 'token' },
    get: 'ppppppp',
    posts: [{ form: { form: 'reset' }, answers: 'aaaaaaa' }],
  },
  { path: 'account', get: 'spppppp', posts: [{ form: { form: 'profile' }, answers: 'saaaaaa' }] },
  { path: 'account/password', get: 'spppppp', posts: [{ form: { form: 'password' }, answers: 'saaaaaa' }] },
  { path: 'account/sessions', get: 'spppppp', posts: [{ form: { form: 'end' }, answers: 'saaaaaa' }] },
  { path: 'account/second-factor', get: 'spppppp', posts: [{ form: { form: 'start' }, answers: 'saaaaaa' }] },
  { path: 'account/organisations', get: 'spppppp', posts: [{ form: { form: 'act-as' }, answers: 'saaaaaa' }] },
  {
    path: 'account/organisations/new',
    get: 'spppppp',
    posts: [{ form: { form: 'organisation' }, answers: 'saaaaaa' }],
  },
  {
    path: 'account/organisations/:id',
    at: { id: 'organisation' },
    get: 'spppphh',
    posts: [{ form: { form: 'organisation' }, answers: 'sdddahh' }],
  },
  {
    path: 'account/organisations/:id/members',
    at: { id: 'organisation' },
    get: 'spppphh',
    posts: [{ form: { form: 'invite', email: 'moi-{reader}@vi-du.example', role: 'viewer' }, answers: 'sdddahh' }],
  },
  {
    path: 'account/organisations/:id/verification',
    at: { id: 'organisation' },
    get: 'spppphh',
    posts: [{ form: { form: 'verification' }, answers: 'sdddahh' }],
  },
  { path: 'account/verifications/:id/files/:file', at: { id: 'unknown', file: 'unknown' }, get: 'shhhhhh' },
  {
    path: 'invitations/:token',
    at: { token: 'token' },
    get: 'ppppppp',
    posts: [{ form: { form: 'accept' }, answers: 'saaaaaa' }],
  },
  { path: 'organisations', get: 'ppppppp' },
  { path: 'organisations/:id', at: { id: 'organisation' }, get: 'ppppppp' },
  { path: 'operator', get: 'shhhhhp' },
  { path: 'operator/reviews', get: 'shhhhhp', posts: [{ form: { form: 'bulk' }, answers: 'shhhhha' }] },
  {
    path: 'operator/reviews/:id',
    at: { id: 'technology' },
    get: 'shhhhhp',
    posts: [
      { form: { form: 'review' }, answers: 'shhhhha' },
      { form: { form: 'take' }, answers: 'shhhhha' },
    ],
  },
  { path: 'operator/bulk-reviews/:id', at: { id: 'unknown' }, get: 'shhhhhh' },
  { path: 'operator/letters', get: 'shhhhhp' },
  { path: 'operator/letters/:id', at: { id: 'unknown' }, get: 'shhhhhh' },
  { path: 'operator/audit', get: 'shhhhhp', posts: [{ form: { form: 'verify' }, answers: 'shhhhha' }] },
  { path: 'operator/news', get: 'shhhhhp', posts: [{ form: { form: 'all' }, answers: 'shhhhhh' }] },
  { path: 'operator/terms', get: 'shhhhhp' },
  { path: 'operator/terms/add', get: 'shhhhhp', posts: [{ form: { form: 'translation' }, answers: 'shhhhha' }] },
  { path: 'operator/terms/add-many', get: 'shhhhhp', posts: [{ form: { form: 'check' }, answers: 'shhhhha' }] },
  { path: 'operator/terms/built-in', get: 'shhhhhh', posts: [{ form: { form: 'withdraw' }, answers: 'shhhhha' }] },
  {
    path: 'operator/terms/:id',
    at: { id: 'unknown' },
    get: 'shhhhhh',
    posts: [{ form: { form: 'decide' }, answers: 'shhhhha' }],
  },
  { path: 'operator/verifications', get: 'shhhhhp' },
  {
    path: 'operator/verifications/:id',
    at: { id: 'unknown' },
    get: 'shhhhhh',
    posts: [{ form: { form: 'decide' }, answers: 'shhhhha' }],
  },
  { path: 'technologies/:id', at: { id: 'technology' }, get: 'ppppppp' },
  {
    path: 'technologies/:id/request',
    at: { id: 'technology' },
    get: 'spppppp',
    posts: [{ form: { form: 'request' }, answers: 'sdaaaad' }],
  },
  { path: 'work', get: 'spppppp' },
  { path: 'work/technologies', get: 'spppppp' },
  { path: 'work/technologies/new', get: 'sdppppd', posts: [{ form: { form: 'start' }, answers: 'sdaaaad' }] },
  {
    path: 'work/technologies/:id',
    at: { id: 'technology' },
    get: 'spppphh',
    posts: [
      { form: { verb: 'renew', version: '1' }, answers: 'sddaahh' },
      { form: { organisationId: 'x' }, answers: 'sdhhhhh' },
    ],
  },
  {
    path: 'work/technologies/:id/edit/:step',
    at: { id: 'technology', step: 'summary' },
    get: 'sdmmmhh',
    posts: [{ form: { version: '1', title: 'Máy sấy' }, answers: 'sdaaahh' }],
  },
  { path: 'work/technologies/:id/preview', at: { id: 'technology' }, get: 'spppphh' },
  {
    path: 'work/consents/:id',
    at: { id: 'technology' },
    get: 'shhhhhh',
    posts: [{ form: { form: 'consent' }, answers: 'sddaaad' }],
  },
  { path: 'files/:listingId/:fileId', at: { listingId: 'technology', fileId: 'unknown' }, get: 'hhhhhhh' },
  { path: 'needs/:id', at: { id: 'need' }, get: 'ppppppp' },
  {
    path: 'needs/:id/answer',
    at: { id: 'need' },
    get: 'spppppp',
    posts: [{ form: { form: 'answer' }, answers: 'sdaaaad' }],
  },
  { path: 'work/import', get: 'sdppppd', posts: [{ form: { form: 'upload' }, answers: 'sdaaaad' }] },
  {
    path: 'work/import/:id',
    at: { id: 'unknown' },
    get: 'sdhhhhd',
    posts: [{ form: { form: 'discard' }, answers: 'hhhhhhh' }],
  },
  { path: 'work/import/:id/:file', at: { id: 'unknown', file: 'report.csv' }, get: 'sdhhhhd' },
  { path: 'work/needs', get: 'spppppp' },
  { path: 'work/needs/new', get: 'sdppppd', posts: [{ form: { form: 'start' }, answers: 'sdaaaad' }] },
  {
    path: 'work/needs/:id',
    at: { id: 'need' },
    get: 'spppphh',
    posts: [{ form: { verb: 'renew', version: '1' }, answers: 'sddaahh' }],
  },
  { path: 'work/needs/:id/preview', at: { id: 'need' }, get: 'spppphh' },
  {
    path: 'work/needs/:id/matches',
    at: { id: 'need' },
    get: 'spppphh',
    posts: [
      { form: { form: 'ask', act: 'ask', technologyId: 'x', criterion: 'all' }, answers: 'shhhhhh' },
      { form: { form: 'decline', act: 'decline', technologyId: 'x', reason: 'field' }, answers: 'shhhhhh' },
      { form: { form: 'restore', act: 'restore', technologyId: 'x' }, answers: 'shhhhhh' },
    ],
  },
  {
    path: 'work/technologies/:id/matches',
    at: { id: 'technology' },
    get: 'spppphh',
    posts: [
      { form: { form: 'answer', act: 'answer', questionId: 'x', verdict: 'met', text: 'x' }, answers: 'shhhhhh' },
      { form: { form: 'decline', act: 'decline', needId: 'x', reason: 'field' }, answers: 'shhhhhh' },
    ],
  },
  { path: 'work/matches', get: 'spppppp' },
  { path: 'help/matching', get: 'ppppppp' },
  { path: 'operator/needs', get: 'shhhhhp' },
  {
    path: 'work/needs/:id/edit/:part',
    at: { id: 'need', part: 'what' },
    get: 'sdrrrhh',
    posts: [{ form: { version: '1', title: 'Máy sấy' }, answers: 'sdaaahd' }],
  },
  { path: 'requests', get: 'spppppp' },
  {
    path: 'requests/:id',
    at: { id: 'request' },
    get: 'spppphh',
    posts: [
      { form: { form: 'message' }, answers: 'sdaaahh' },
      { form: { form: 'move', verb: 'accept' }, answers: 'sdaaahh' },
    ],
  },
  { path: 'notifications', get: 'spppppp', posts: [{ form: { form: 'all' }, answers: 'saaaaaa' }] },
  { path: 'account/letters', get: 'spppppp' },
  { path: '*', get: 'hhhhhhh' },
]
