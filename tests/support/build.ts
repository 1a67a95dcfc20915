import type { TestProject } from 'vitest/node'
import { buildWhenStale } from '../../scripts/setup/build.mjs'

/** Builds the exchange before the requests are sent, when its sources have changed. */
export default async function setup(project: TestProject): Promise<void> {
  await buildWhenStale(project.config.root)
}
