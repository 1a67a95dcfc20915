import { z } from 'zod'
import { messagesOf } from '#i18n/server'
import { config } from '#platform/config'
import { problemCodes, problemSchema, problemStatus, searchAnswer } from './answer.ts'
import { defaults, type ParameterName, parameterNames, shapeOf } from './parameters.ts'
import { searchApiPath } from './search-api.server.ts'

const words = () => messagesOf('en').openData

function valueSchema(name: ParameterName): Record<string, unknown> {
  const shape = shapeOf(name)
  switch (shape.kind) {
    case 'text':
      return { type: 'string', maxLength: shape.maxLength }
    case 'number':
      return { type: 'integer', minimum: shape.minimum, maximum: shape.maximum }
    case 'choice':
      return shape.pattern === null
        ? { type: 'string', enum: shape.values }
        : { type: 'string', pattern: shape.pattern.source }
  }
}

function schemaOf(name: ParameterName): Record<string, unknown> {
  const shape = shapeOf(name)
  const value = valueSchema(name)
  const usual = defaults[name]
  if (shape.kind === 'choice' && shape.many) return { type: 'array', items: value, uniqueItems: true }
  return usual === undefined ? value : { ...value, default: shape.kind === 'number' ? Number(usual) : usual }
}

const jsonSchema = (schema: z.ZodType): unknown => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema)
  return rest
}

const retryAfter = () => ({
  'Retry-After': { description: words().retryAfter, schema: { type: 'integer', minimum: 1 } },
})

function problemAnswers(): Record<string, unknown> {
  const codes = problemCodes.filter((code) => code !== 'method')
  return Object.fromEntries(
    codes.map((code) => [
      String(problemStatus[code]),
      {
        description: words().problems[code].detail,
        ...(code === 'busy' || code === 'too_many' ? { headers: retryAfter() } : {}),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

/** The API as OpenAPI 3.1, made from the table and the shapes that the API itself works by. */
export function openApi(): Record<string, unknown> {
  const { exchange, origin } = config()
  return {
    openapi: '3.1.0',
    info: {
      title: words().title,
      description: words().lead(exchange.name.en),
      version: '1.0.0',
      contact: { name: exchange.operator.en, email: exchange.email },
    },
    servers: [{ url: origin }],
    externalDocs: { url: `${origin}/en/api` },
    paths: {
      [searchApiPath]: {
        get: {
          operationId: 'search',
          summary: words().search,
          parameters: parameterNames.map((name) => ({
            name,
            in: 'query',
            required: false,
            description: words().parameters[name],
            schema: schemaOf(name),
            ...(schemaOf(name)['type'] === 'array' ? { style: 'form', explode: true } : {}),
          })),
          responses: {
            '200': {
              description: words().answer,
              content: { 'application/json': { schema: { $ref: '#/components/schemas/SearchAnswer' } } },
            },
            ...problemAnswers(),
          },
        },
      },
    },
    components: {
      schemas: { SearchAnswer: jsonSchema(searchAnswer), Problem: jsonSchema(problemSchema) },
    },
  }
}
