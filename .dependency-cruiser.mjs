/**
 * Who may import whom. The module order is that of `order`: each module sees only those before it.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** Accounts and audit see each other: who acts is recorded, and the record is read by whoever may. */
const order = [
  ['accounts', 'audit'],
  ['listings'],
  ['technologies'],
  ['needs'],
  ['directory'],
  ['valuation'],
  ['terminology'],
  ['catalogue'],
  // Candidates come from the catalogue's index.
  ['matching'],
  ['agreements'],
  ['payments'],
  ['messaging'],
  ['saved-searches'],
  ['deals'],
  ['statistics'],
  ['interchange'],
  // The desk shows what imports bring in.
  ['moderation'],
]

const test = '\\.test\\.tsx?$'
const server = '\\.server\\.tsx?$'
const outermost = '^app/(routes|shell)/|^app/(root|entry\\.[a-z]+|application\\.server|routes)\\.tsx?$'
/** A module's or a platform part's faces. */
const faces = '^app/(modules|platform)/[^/]+/index(\\.server)?\\.ts$'

/**
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: /** @type {const} */ ('error'), from, to })

const moduleOrder = order.slice(0, -1).map((tier, at) =>
  forbid(
    `module-order-${tier.join('-')}`,
    'A module sees only the modules before it; news travels the other way through the outbox.',
    { path: `^app/modules/(${tier.join('|')})/` },
    {
      path: `^app/modules/(${order
        .slice(at + 1)
        .flat()
        .join('|')})/`,
    },
  ),
)

export default {
  forbidden: [
    forbid(
      'no-cycles',
      'What needs each other is one thing.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('resolvable', 'What is imported must exist.', {}, { couldNotResolve: true }),
    forbid(
      'kernel-alone',
      'The kernel imports nothing of ours.',
      { path: '^app/kernel/', pathNot: test },
      { path: '^(app|db|search|scripts|tests)/', pathNot: '^app/kernel/' },
    ),
    forbid(
      'search-alone',
      'Search knows nothing of ours but the kernel.',
      { path: '^search/', pathNot: test },
      { path: '^(app|db|scripts|tests)/', pathNot: '^app/kernel/' },
    ),
    forbid(
      'db-below',
      'The database knows no module; the demonstration may.',
      { path: '^db/', pathNot: ['^db/seed/', test] },
      { path: '^(app|search|scripts|tests)/|^db/seed/', pathNot: '^app/kernel/' },
    ),
    forbid(
      'platform-below',
      'The platform knows the kernel and the database, and no module.',
      { path: '^app/platform/', pathNot: test },
      { path: '^(app|search|scripts|tests)/|^db/seed/', pathNot: '^app/(platform|kernel)/' },
    ),
    forbid(
      'i18n-below',
      'Words know the kernel only.',
      { path: '^app/i18n/', pathNot: test },
      { path: '^(app|db|search|scripts|tests)/', pathNot: '^app/(i18n|kernel)/' },
    ),
    forbid(
      'ui-knows-no-module',
      'The design system knows the kernel and the words.',
      { path: '^app/ui/', pathNot: test },
      { path: '^(app|db|search|scripts|tests)/', pathNot: ['^app/(ui|kernel)/', '^app/i18n/(?!.*\\.server\\.ts$)'] },
    ),
    forbid(
      'http-knows-accounts-only',
      'The web edge finds out who is there; it knows no other module.',
      { path: '^app/http/', pathNot: test },
      {
        path: '^(app|search|scripts|tests)/|^db/seed/',
        pathNot: ['^app/(http|kernel|i18n|platform)/', '^app/modules/accounts/index(\\.server)?\\.ts$'],
      },
    ),
    forbid(
      'routes-are-thin',
      'A route asks who, parses, calls a module and answers: no database, platform or engine.',
      { path: '^app/routes/', pathNot: test },
      { path: '^(db|search|scripts|tests)/|^app/platform/' },
    ),
    forbid(
      'modules-know-no-page',
      'Modules know neither pages nor the web edge; words are for what the server sends.',
      { path: '^app/modules/', pathNot: test },
      { path: '^app/(routes|shell|ui|http)/|^app/[^/]+\\.tsx?$|^(scripts|tests)/|^db/seed/' },
    ),
    forbid(
      'pure-stays-pure',
      'A pure file knows the kernel, pure files and pure faces: no database, platform, framework or system.',
      { path: '^app/modules/', pathNot: [server, test] },
      {
        path: [
          server,
          '^db/',
          '^app/(platform|i18n|http)/',
          '(^|/)node_modules/(drizzle-orm|react|react-dom|@remix-run)/',
        ],
      },
    ),
    forbid(
      'pure-has-no-system',
      'A pure file runs in a browser as well.',
      { path: ['^app/modules/', '^app/kernel/', '^app/ui/'], pathNot: [server, test] },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'server-uses-search-by-its-face',
      'Engines are reached through the interface.',
      { path: '^app/' },
      { path: '^search/', pathNot: '^search/index(\\.server)?\\.ts$' },
    ),
    forbid(
      'faces-only',
      'Inner files of another module are private.',
      { path: '^app/modules/([^/]+)/' },
      { path: '^app/modules/(?!$1/)', pathNot: faces },
    ),
    forbid(
      'faces-only-in-platform',
      'Inner files of another part of the platform are private.',
      { path: '^app/platform/([^/]+)/' },
      { path: '^app/platform/(?!$1/)', pathNot: faces },
    ),
    forbid(
      'faces-only-from-outside',
      'From outside, modules and the platform are reached by their faces.',
      { path: '^(app|db|search|scripts)/', pathNot: ['^app/modules/', '^app/platform/', test] },
      { path: '^app/(modules|platform)/', pathNot: faces },
    ),
    forbid(
      'platform-faces-only-from-modules',
      'The platform is reached by its faces; a test may look into its tables.',
      { path: '^app/modules/', pathNot: test },
      { path: '^app/platform/', pathNot: faces },
    ),
    forbid(
      'outermost-is-imported-by-nobody',
      'Pages, the shell and the entries are where everything comes together.',
      { path: '^(app|db|search)/', pathNot: [outermost, test] },
      { path: outermost },
    ),
    forbid(
      'no-tests-in-the-exchange',
      'Tests are for tests.',
      { path: '^(app|db|search|scripts)/', pathNot: [test, '^search/contract\\.ts$'] },
      { path: [test, '^tests/', '^search/contract\\.ts$'] },
    ),
    forbid(
      'no-development-packages-in-the-exchange',
      'What runs in production is a dependency.',
      {
        path: '^(app|db|search)/|^scripts/(serve\\.ts|server/)',
        pathNot: [test, '^search/contract\\.ts$', '^app/routes\\.ts$'],
      },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    ...moduleOrder,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
