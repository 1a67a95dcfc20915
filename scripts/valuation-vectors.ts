import { judge, lineOf } from './valuation-vectors/compare.ts'
import { methods } from './valuation-vectors/methods.ts'
import { Mistake, readVectors } from './valuation-vectors/vector.ts'

/** `npm run valuation:vectors -- FILE…`: whether the valuation engine gives what a file of examples says. */

const usage = `npm run valuation:vectors -- FILE…
  FILE   JSON: {"vectors": [{"id", "method", "inputs", "outputs"}]}; method names the function

Prints each vector as equal or with the first figure that differs; the code is 1 unless all are equal.`

const say = (line: string) => void process.stdout.write(`${line}\n`)

try {
  const files = process.argv.slice(2)
  if (files.length === 0 || files.includes('--help') || files.includes('-h')) throw new Mistake(usage)
  let [equal, all] = [0, 0]
  for (const file of files) {
    const vectors = readVectors(file)
    const byId = new Map(vectors.map(({ id, inputs }) => [id, inputs]))
    for (const vector of vectors) {
      const verdict = judge(vector, methods, byId)
      say(lineOf(vector, verdict))
      all += 1
      if (verdict.kind === 'equal') equal += 1
    }
  }
  say(`${String(equal)} of ${String(all)} equal`)
  if (equal < all || all === 0) process.exitCode = 1
} catch (error) {
  if (!(error instanceof Mistake)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
