import { join } from 'node:path'
import { buildWhenStale } from './setup/build.mjs'
import { installWhenStale } from './setup/install.mjs'
import { command, inOurPlace, node24, root, say } from './setup/run.mjs'

/** `npm start`: installs, builds and prepares what is not there yet, then serves the exchange until it is told to stop. */
await command(async () => {
  await installWhenStale(root, say)
  await buildWhenStale(root, () => {
    say('Building ...')
  })
  return inOurPlace(node24(root), [join(root, 'scripts', 'setup', 'launch.ts')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
})
