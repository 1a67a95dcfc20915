import type { z } from 'zod'
import { done, type Issue, refuse, type Result } from './result.ts'

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${String(part)}]` : name === '' ? String(part) : `${name}.${String(part)}`,
    '',
  )
}

function issueOf(issue: z.core.$ZodIssue): Issue {
  switch (issue.code) {
    case 'too_big':
      return {
        code: issue.origin === 'string' ? 'too_long' : issue.origin === 'array' ? 'too_many_items' : 'too_big',
        values: { maximum: Number(issue.maximum) },
      }
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) <= 1
        ? { code: 'required' }
        : {
            code: issue.origin === 'string' ? 'too_short' : issue.origin === 'array' ? 'too_few_items' : 'too_small',
            values: { minimum: Number(issue.minimum) },
          }
    case 'invalid_format':
      return {
        code:
          issue.format === 'email'
            ? 'email'
            : issue.format === 'date'
              ? 'date'
              : issue.format === 'url'
                ? 'url'
                : 'format',
      }
    case 'invalid_value':
      return { code: 'choose' }
    case 'custom':
      return { code: issue.message }
    case 'invalid_type':
      return {
        code:
          issue.message.includes('received undefined') || issue.message.includes('received NaN')
            ? 'required'
            : 'invalid',
      }
    default:
      return { code: 'invalid' }
  }
}

/**
 * Checks what came from outside by a schema.
 *
 * @returns the parsed value, or refusal 400 `form.invalid` whose fields name each path and what is wrong with it; a
 *   schema's own refinements give their code as the message (`error: 'budget_order'`)
 */
export function check<S extends z.ZodType>(schema: S, raw: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return done(parsed.data)
  const fields: Record<string, Issue[]> = {}
  for (const issue of parsed.error.issues) (fields[fieldName(issue.path)] ??= []).push(issueOf(issue))
  return refuse('form.invalid', 400, { fields })
}
