import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { z } from 'zod'

/** Something to be put right by whoever runs the command. */
export class Mistake extends Error {}

/** Throws a Mistake unless there is such a file. */
export function mustExist(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Mistake(`There is no file ${path}.`)
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Mistake(`${place}: this is not JSON.`)
  }
}

/** The lines of a JSONL file, each checked; blank lines are passed over. Throws a Mistake naming file and line. */
export async function* linesOf<Shape>(path: string, shape: z.ZodType<Shape>): AsyncGenerator<Shape> {
  mustExist(path)
  const file = await open(path)
  try {
    let number = 0
    for await (const raw of file.readLines({ encoding: 'utf8' })) {
      number += 1
      const line = raw.replace(/^\ufeff/, '').trim()
      if (line === '') continue
      const place = `${path}, line ${String(number)}`
      const read = shape.safeParse(parsed(line, place))
      if (!read.success) {
        const fault = read.error.issues[0]
        throw new Mistake(`${place}: ${fault?.path.join('.') || 'the line'}: ${fault?.message ?? 'is wrong'}`)
      }
      yield read.data
    }
  } finally {
    await file.close()
  }
}
