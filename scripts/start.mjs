import { buildWhenStale } from './setup/build.mjs'
import { installWhenStale } from './setup/install.mjs'
import { command, launch, root, say } from './setup/run.mjs'

/** `npm start`: installs, builds and prepares what is not there yet, then serves the exchange until it is told to stop. */
await command(async () => {
  await installWhenStale(root, say)
  await buildWhenStale(root, () => {
    say('Building ...')
  })
  return launch([], { ...process.env, NODE_ENV: 'production' })
})
