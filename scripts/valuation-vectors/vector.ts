import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** One example: a method's inputs and the outputs it must give, as numbers, texts, lists and objects of them. */
const vectorSchema = z.object({
  id: z.string(),
  method: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()),
})
export type Vector = z.infer<typeof vectorSchema>

export type Inputs = Readonly<Record<string, unknown>>
export type Outputs = Record<string, unknown>

/** Runs a method on a vector's inputs. Vectors may name others as their base, so all inputs are at hand by id. */
export type VectorMethod = (inputs: Inputs, byId: ReadonlyMap<string, Inputs>) => Outputs
export type VectorMethods = Readonly<Record<string, VectorMethod>>

/** Something to be put right by whoever runs the command. */
export class Mistake extends Error {}

/** Reads `{vectors: […]}` or a bare list. @throws Mistake naming the file and what is wrong with it */
export function readVectors(file: string): Vector[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Mistake(`There is no file ${file} that can be read.`)
  }
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Mistake(`${file}: this is not JSON.`)
  }
  const read = z.union([z.object({ vectors: z.array(vectorSchema) }), z.array(vectorSchema)]).safeParse(content)
  if (!read.success) {
    const single = z.object({ vectors: z.array(vectorSchema) }).safeParse(content)
    const fault = single.error?.issues[0]
    throw new Mistake(`${file}: ${fault?.path.join('.') || 'the file'}: ${fault?.message ?? 'is wrong'}`)
  }
  return Array.isArray(read.data) ? read.data : read.data.vectors
}
