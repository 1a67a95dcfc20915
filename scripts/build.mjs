import { build } from './setup/build.mjs'
import { installWhenStale } from './setup/install.mjs'
import { command, root, say } from './setup/run.mjs'

/** `npm run build`: builds the exchange into `build/`, whether or not anything has changed. */
await command(async () => {
  await installWhenStale(root, say)
  await build(root)
  return 0
})
