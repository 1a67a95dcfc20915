import type { LoaderFunctionArgs } from '@remix-run/node'
import { arrive } from '#http'
import { Page } from '#ui'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  await arrive(args)
  return { page: { title: 'x', description: 'x', site: 'x' } }
}

export default function Home() {
  return <Page title="x">{null}</Page>
}
