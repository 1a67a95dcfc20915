import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhenStale } from './setup/build.mjs'
import { installWhenStale } from './setup/install.mjs'
import { programs, provideProgram } from './setup/programs.mjs'
import { command, finished, node24, packageCommand, root, say } from './setup/run.mjs'

/**
 * `npm test`: every check of the project. `npm test -- <part> [for the tool ...]` runs one, e.g. `npm test -- unit
 * app/kernel` or `npm test -- e2e tests/e2e/deal.spec.ts`; `npm test -- static` runs those that execute nothing.
 *
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {Count & { name: string, seconds: number, output: string }} Outcome
 * @typedef {object} Check
 * @property {string} name
 * @property {number} share how many of the two places it takes
 * @property {() => Promise<readonly string[]> | readonly string[]} given what follows the program's name
 * @property {() => Promise<void>} [provide] gets what its tests look at results with; not for a few named tests
 * @property {string} [report] where the tool leaves its counts
 * @property {(report: string) => Count} [count] reads them; without it a check counts as one test
 * @property {boolean} [built] whether it needs the build
 */

const places = 2
/** No check may take longer than this, in milliseconds; it is far above what any needs. */
const longest = 1_500_000
const reports = join(root, 'test-results', 'reports')

/**
 * @param {string} name
 * @param {string} tool
 * @param {readonly string[]} given
 * @param {string} [program]
 * @returns {Check}
 */
function fixed(name, tool, given, program) {
  return { name, share: 1, given: () => [packageCommand(root, tool, program), ...given] }
}

/**
 * @param {string} project
 * @returns {Check}
 */
function vitest(project) {
  const report = join(reports, `${project}.json`)
  const given = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    name: project,
    share: 2,
    built: project === 'http',
    ...(project === 'unit' && { provide: providePrograms }),
    given: () => [packageCommand(root, 'vitest'), ...given],
    report,
    count: (text) => {
      /** @type {{ numPassedTests: number, numFailedTests: number }} */
      const { numPassedTests, numFailedTests } = JSON.parse(text)
      return { passed: numPassedTests, failed: numFailedTests }
    },
  }
}

/** One after the other, since one package manager lets no other in. */
async function providePrograms() {
  for (const program of Object.values(programs)) await provideProgram(program)
}

const e2e = join(reports, 'e2e.json')

/** @type {readonly Check[]} */
const checks = [
  fixed('lint', 'eslint', ['--max-warnings=0', '.']),
  fixed('types', 'typescript', ['--noEmit', '-p', '.'], 'tsc'),
  fixed('format', 'prettier', ['--check', '--log-level=warn', '--cache', '--cache-location=.cache/prettier', '.']),
  fixed(
    'imports',
    'dependency-cruiser',
    ['--config', '.dependency-cruiser.mjs', 'app', 'db', 'search', 'scripts', 'tests'],
    'depcruise',
  ),
  fixed('unused', 'knip', ['--no-progress']),
  vitest('unit'),
  vitest('http'),
  {
    name: 'e2e',
    share: 2,
    built: true,
    given: async () => {
      const { provideBrowser } = await import('./browser.mjs')
      process.env['CHROMIUM_PATH'] = await provideBrowser()
      return [
        packageCommand(root, '@playwright/test', 'playwright'),
        'test',
        '--pass-with-no-tests',
        '--reporter=line,json',
      ]
    },
    report: e2e,
    count: (text) => {
      /** @type {{ stats: { expected: number, unexpected: number, flaky: number } }} */
      const { stats } = JSON.parse(text)
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
    },
  },
]

/**
 * @param {Check} check
 * @param {readonly string[]} more
 * @returns {Promise<Outcome>}
 */
async function perform({ name, given, provide, report, count }, more) {
  const began = performance.now()
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NO_COLOR: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: e2e }
  delete env['FORCE_COLOR']
  /** @param {Count & { output: string }} result */
  const ended = (result) => ({ name, seconds: (performance.now() - began) / 1000, ...result })
  try {
    if (more.length === 0) await provide?.()
    const { code, output } = await finished(node24(root), [...(await given()), ...more], { cwd: root, env, longest })
    const { passed, failed } =
      report && count && existsSync(report)
        ? count(readFileSync(report, 'utf8'))
        : { passed: code === 0 ? 1 : 0, failed: 0 }
    // A tool that fails without a failed test (a file that cannot be read, say) counts as one failure.
    return ended({ passed, failed: code === 0 ? failed : Math.max(failed, 1), output })
  } catch (error) {
    return ended({ passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) })
  }
}

/**
 * Runs checks side by side, as many as there are places, in order.
 *
 * @param {readonly Check[]} chosen
 * @param {readonly string[]} more
 */
async function performAll(chosen, more) {
  /** @type {Outcome[]} */
  const results = []
  /** @type {Set<Promise<void>>} */
  const running = new Set()
  let free = places
  for (const check of chosen) {
    while (free < check.share) await Promise.race(running)
    free -= check.share
    const turn = perform(check, more).then((result) => {
      results.push(result)
      free += check.share
      running.delete(turn)
      say(`${result.failed === 0 ? 'passed' : 'FAILED'}  ${result.name}  (${result.seconds.toFixed(1)} s)`)
      if (result.failed > 0) say(`\n${result.output.trimEnd()}\n`)
    })
    running.add(turn)
  }
  await Promise.all(running)
  return results
}

/**
 * Builds the exchange for the checks that send it requests; they are left out when that fails.
 *
 * @param {readonly Check[]} chosen
 * @returns {Promise<Outcome[]>} the failed build, if it failed
 */
async function buildFor(chosen) {
  if (!chosen.some(({ built }) => built)) return []
  const began = performance.now()
  try {
    await buildWhenStale(root, () => {
      say('Building ...')
    })
    return []
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error)
    say(`FAILED  build\n\n${output}\n\nWhat needs the build is left out.`)
    return [{ name: 'build', passed: 0, failed: 1, seconds: (performance.now() - began) / 1000, output }]
  }
}

/**
 * @param {readonly string[]} given
 * @returns {readonly Check[]}
 */
function choose([part]) {
  if (part === undefined) return checks
  const chosen = checks.filter(({ name, count }) => name === part || (part === 'static' && !count))
  if (chosen.length > 0) return chosen
  throw new Error(`There is no part "${part}". Parts: static, ${checks.map(({ name }) => name).join(', ')}.`)
}

await command(async () => {
  const given = process.argv.slice(2)
  const chosen = choose(given)
  await installWhenStale(root, say)
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const results = await buildFor(chosen)
  results.push(
    ...(await performAll(results.length === 0 ? chosen : chosen.filter(({ built }) => !built), given.slice(1))),
  )
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  say(`\n${'check'.padEnd(10)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`)
  for (const { name, ...result } of results)
    say(
      name.padEnd(10) +
        String(result.passed).padStart(8) +
        String(result.failed).padStart(8) +
        result.seconds.toFixed(1).padStart(9),
    )
  say(`\n${String(passed)} passed, ${String(failed)} failed`)
  return failed === 0 ? 0 : 1
})
