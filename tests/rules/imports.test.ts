import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import rules from '../../.dependency-cruiser.mjs'
import packageFile from '../../package.json' with { type: 'json' }

/** The import rules, each tried on a small project that breaks it. */

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-rules-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const house = {
  'db/index.ts': '',
  'db/dialect/sqlite.ts': '',
  'search/index.ts': '',
  'app/kernel/index.ts': '',
  'app/i18n/index.ts': '',
  'app/ui/index.ts': '',
  'app/http/index.server.ts': '',
  'app/root.tsx': '',
  'app/platform/clock/index.server.ts': '',
  'app/modules/accounts/index.ts': '',
  'app/modules/accounts/index.server.ts': '',
  'app/modules/accounts/password.ts': '',
  'app/modules/technologies/index.ts': '',
  'app/modules/deals/index.ts': '',
  'app/modules/saved-searches/index.ts': '',
  'scripts/serve.ts': '',
  'tests/support/database.ts': '',
}

/** Writes a project in which `file` holds `source`; gives the names of the rules broken in it. */
async function broken(file: string, source: string): Promise<string[]> {
  const files = { ...house, [file]: source }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(packageFile))
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'dir')
  const { tsConfig: _, enhancedResolveOptions, ...options } = rules.options
  const { output } = await cruise(
    ['app', 'db', 'search', 'scripts', 'tests'],
    { ...options, baseDir: folder, validate: true, ruleSet: { forbidden: rules.forbidden } },
    enhancedResolveOptions,
  )
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name).sort()
}

describe('the import rules', () => {
  it.each([
    ['app/kernel/money.ts', "import '#db'", ['kernel-alone']],
    ['app/kernel/money.ts', "import 'node:fs'", ['pure-has-no-system']],
    ['search/fold.ts', "import '#db'", ['search-alone']],
    ['db/query.ts', "import '#modules/accounts'", ['db-below']],
    ['app/platform/clock/other.server.ts', "import '#modules/accounts'", ['platform-below']],
    ['app/i18n/words.ts', "import '#modules/accounts'", ['i18n-below']],
    ['app/ui/card.tsx', "import '#modules/accounts'", ['ui-knows-no-module']],
    ['app/http/arrival.server.ts', "import '#modules/technologies'", ['http-knows-accounts-only']],
    ['app/routes/public/home.tsx', "import '#db'", ['routes-are-thin']],
    ['app/routes/public/home.tsx', "import '#platform/clock'", ['routes-are-thin']],
    ['app/routes/public/home.tsx', "import '../../modules/accounts/password.ts'", ['faces-only-from-outside']],
    ['app/modules/deals/offer.server.ts', "import '../accounts/password.ts'", ['faces-only']],
    ['app/modules/deals/offer.server.ts', "import '#http'", ['modules-know-no-page']],
    ['app/modules/deals/offer.ts', "import '#db'", ['pure-stays-pure']],
    ['app/modules/deals/offer.ts', "import '#modules/accounts/server'", ['pure-stays-pure']],
    ['app/modules/deals/offer.ts', "import 'drizzle-orm'", ['pure-stays-pure']],
    ['app/modules/deals/offer.ts', "import 'react'", ['pure-stays-pure']],
    ['app/modules/deals/offer.ts', "import 'node:crypto'", ['pure-has-no-system']],
    ['app/modules/technologies/list.ts', "import '#modules/deals'", ['module-order-technologies']],
    ['app/modules/technologies/list.ts', "import type {} from '#modules/deals'", ['module-order-technologies']],
    ['app/modules/messaging/notice.ts', "import '#modules/saved-searches'", ['module-order-messaging']],
    ['app/modules/saved-searches/job.ts', "import '#modules/deals'", ['module-order-saved-searches']],
    ['app/modules/deals/offer.server.ts', "import '../../../scripts/serve.ts'", ['modules-know-no-page']],
    [
      'app/http/gate.server.ts',
      "import '../root.tsx'",
      ['http-knows-accounts-only', 'outermost-is-imported-by-nobody'],
    ],
    [
      'app/routes/public/home.tsx',
      "import '../../../tests/support/database.ts'",
      ['no-tests-in-the-exchange', 'routes-are-thin'],
    ],
    ['app/modules/deals/offer.server.ts', "import 'vitest'", ['no-development-packages-in-the-exchange']],
    ['app/modules/deals/index.ts', "import './offer.ts'", ['resolvable']],
  ])('find in %s: %s', async (file, source, rulesBroken) => {
    expect(await broken(file, source)).toEqual(rulesBroken)
  })

  it('find a circle', async () => {
    writeFileSync(join(folder, 'package.json'), '{}')
    mkdirSync(join(folder, 'app/modules/deals'), { recursive: true })
    writeFileSync(join(folder, 'app/modules/deals/terms.ts'), "import './offer.ts'")
    expect(await broken('app/modules/deals/offer.ts', "import './terms.ts'")).toContain('no-cycles')
  })

  it.each([
    ['app/modules/deals/offer.server.ts', "import '#db'; import '#platform/clock'; import '#modules/technologies'"],
    ['app/modules/deals/offer.ts', "import '#kernel'; import '#modules/technologies'"],
    ['app/modules/deals/offer.ts', "import '#modules/saved-searches'"],
    [
      'app/routes/public/home.tsx',
      "import '#http'; import '#ui'; import '#i18n'; import '#modules/deals'; import 'react'",
    ],
    ['app/ui/card.tsx', "import '#i18n'; import '#kernel'; import 'react'"],
  ])('let %s import what is before it', async (file, source) => {
    expect(await broken(file, source)).toEqual([])
  })
})
