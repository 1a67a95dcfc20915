import { buildWhenStale } from './setup/build.mjs'
import { installWhenStale } from './setup/install.mjs'
import { command, launch, root, say } from './setup/run.mjs'

/** `task.mjs FILE ...`: runs one of our TypeScript programs; benches that ask for pages find the exchange built. */
const asking = ['tests/bench/web.ts', 'tests/bench/valuation.ts']

await command(async () => {
  const [file = '', ...given] = process.argv.slice(2)
  await installWhenStale(root, say)
  if (asking.includes(file))
    await buildWhenStale(root, () => {
      say('Building ...')
    })
  return launch([file, ...given], { ...process.env, NODE_ENV: 'production' })
})
