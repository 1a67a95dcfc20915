import { buildWhenStale } from './setup/build.mjs'
import { installWhenStale } from './setup/install.mjs'
import { command, launch, root, say } from './setup/run.mjs'

/** `task.mjs FILE ...`: runs one of our TypeScript programs; the bench of pages finds the exchange built. */
await command(async () => {
  const [file = '', ...given] = process.argv.slice(2)
  await installWhenStale(root, say)
  if (file === 'tests/bench/web.ts')
    await buildWhenStale(root, () => {
      say('Building ...')
    })
  return launch([file, ...given], { ...process.env, NODE_ENV: 'production' })
})
