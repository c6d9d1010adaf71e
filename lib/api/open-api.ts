import { z } from 'zod'
import { ENDPOINTS, type Endpoint } from './endpoints'
import { ApiErrorAnswer, STATUSES } from './errors'
import { MOST_ITEMS } from './items'

type Json = { readonly [key: string]: unknown }

/** JSON Schema of what a client sends or gets. A month has a schema of its own that only code can check. */
function schemaOf(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, {
    ...{ io: 'input', unrepresentable: 'any', target: 'draft-2020-12' },
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom')
        Object.assign(jsonSchema, { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' })
    },
  })
}

/** The description of the HTTP API, OpenAPI 3.1, made from the schemas by which calls are read. */
export function openApi(origin: string): Json {
  const paths = new Map<string, Json>()
  for (const endpoint of ENDPOINTS) {
    const known = paths.get(endpoint.path) ?? {}
    paths.set(endpoint.path, { ...known, [endpoint.method.toLowerCase()]: operationOf(endpoint) })
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Gyakusan', version: '1', description: DESCRIPTION },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'gya_…' } },
      schemas: { Error: schemaOf(ApiErrorAnswer) },
    },
  }
}

const DESCRIPTION = `Tokens are made in the settings and sent as \`Authorization: Bearer gya_…\`. Money is in the currency's minor unit, without tax. A call that brings items answers for each of them; a field that is left out keeps its value, null clears it. The newest \`sourceAt\` wins, whatever order calls arrive in. A call with an \`Idempotency-Key\` is made once and answers the same for a day.`

function operationOf(endpoint: Endpoint): Json {
  const { path, method, scope, points, summary, query, answer } = endpoint
  const statuses = Object.entries(STATUSES).map(([status, description]) => [
    status,
    { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
  ])
  return {
    operationId: `${method.toLowerCase()}${path.slice('/api/v1'.length).replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    description: `Scope ${scope}; ${points} of the 600 points that a token has per minute.`,
    parameters: [...parametersOf(schemaOf(query)), ...(endpoint.item ? [IDEMPOTENCY_KEY] : [])],
    ...(method === 'POST' ? { requestBody: bodyOf(endpoint) } : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(answer) } } },
      ...Object.fromEntries(statuses),
    },
  }
}

const IDEMPOTENCY_KEY = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

function parametersOf(query: Json): Json[] {
  const { properties = {}, required = [] } = z
    .object({
      properties: z.record(z.string(), z.looseObject({})).optional(),
      required: z.array(z.string()).optional(),
    })
    .parse(query)
  return Object.entries(properties).map(([name, schema]) => {
    return { name, in: 'query', required: required.includes(name), schema }
  })
}

function bodyOf({ body, item }: Endpoint): Json {
  const schema = schemaOf(body)
  const items = item ? { items: { type: 'array', minItems: 1, maxItems: MOST_ITEMS, items: schemaOf(item) } } : {}
  const properties = { ...z.record(z.string(), z.unknown()).catch({}).parse(schema.properties), ...items }
  return { required: true, content: { 'application/json': { schema: { ...schema, properties } } } }
}
