import { type ZodType, z } from 'zod'
import type { ApiDescription, Route } from '#core/http/route.ts'
import type { House } from '#core/slice/house.ts'

const PROBLEM = {
  description: 'What went wrong, as a sentence, with a stable type (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** The OpenAPI 3.1 description, made from the same schemas that the forms and the API are parsed by. */
export function openApi(routes: readonly Route[], house: Pick<House, 'name' | 'baseUrl'>) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { method, path, api } of routes) {
    if (!api) continue
    const key = path.replace(/:([a-z]+)/gi, '{$1}')
    paths[key] = { ...paths[key], [method.toLowerCase()]: operation({ method, path, api }) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${house.name}: the public API`,
      version: 'v1',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: `${house.baseUrl}/api/v1` }],
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', description: 'Stable: …/problems/<id>' },
    title: { type: 'string', description: 'A sentence that says what to do.' },
    status: { type: 'integer' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
} as const

function operation({ method, path, api }: { method: Route['method']; path: string; api: ApiDescription }) {
  const answers = Object.entries(api.answers).map(([status, schema]) => [
    status,
    { description: api.summary, content: { 'application/json': { schema: jsonSchema(schema, 'output') } } },
  ])
  return {
    summary: api.summary,
    operationId: `${method.toLowerCase()}${path.replace(/[^a-zA-Z]+(\w)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
    parameters: [
      ...pathParameters(path),
      ...queryParameters(api.query),
      ...(method === 'POST' ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(api.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(api.body, 'input') } },
          },
        }
      : {}),
    ...(api.scope ? { security: [{}, { token: [api.scope] }] } : {}),
    responses: { ...Object.fromEntries(answers), default: PROBLEM },
  }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A random UUID (version 4), made anew for each request: a retry with the same key gets the first answer, and nothing is done twice. A hand-in without an account takes nothing else.',
  schema: { type: 'string', minLength: 16, maxLength: 200 },
} as const

function pathParameters(path: string) {
  return [...path.matchAll(/:([a-z]+)/gi)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: ZodType | undefined) {
  if (!query) return []
  const schema = jsonSchema(query, 'input') as { properties?: Record<string, unknown> }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: false,
    schema: property,
  }))
}

function jsonSchema(schema: ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
