import { installWhenStale } from './setup/install.mjs'
import { command, inOurPlace, launch, node24, packageCommand, root, say } from './setup/run.mjs'

/** `npm run dev`: serves the exchange from its sources and follows changes to them. */
await command(async () => {
  await installWhenStale(root, say)
  const env = { ...process.env, NODE_ENV: /** @type {const} */ ('development') }
  const prepared = await launch(['scripts/prepare.ts'], env)
  if (prepared !== 0) return prepared
  const { HOST: host = '127.0.0.1', PORT: port = '3000' } = process.env
  const remix = packageCommand(root, '@remix-run/dev', 'remix')
  return inOurPlace(node24(root), [remix, 'vite:dev', '--host', host, '--port', port, '--strictPort'], {
    cwd: root,
    env,
  })
})
