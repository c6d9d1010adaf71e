import { describe, expect, it } from 'vitest'
import { ENDPOINTS } from './endpoints'
import { openApi } from './open-api'

const document = JSON.parse(JSON.stringify(openApi('https://gyakusan.example.com')))

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and names every endpoint once', () => {
    expect(document.openapi).toBe('3.1.0')
    const described = Object.entries<object>(document.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual(ENDPOINTS.map(({ method, path }) => `${method} ${path}`).sort())
    expect(described).toContain('POST /api/v1/plan/preview')
  })

  it('says what an item is by the schema that reads it', () => {
    const { schema } = document.paths['/api/v1/leads'].post.requestBody.content['application/json']
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false, required: ['items'] })
    expect(schema.properties.items).toMatchObject({ minItems: 1, maxItems: 500 })
    const { required, properties, additionalProperties } = schema.properties.items.items
    expect([required, additionalProperties]).toEqual([['teamId', 'channelId'], false])
    expect(Object.keys(properties)).toContain('emailHmac')
    expect(
      document.paths['/api/v1/costs'].post.requestBody.content['application/json'].schema.properties.items.items,
    ).toMatchObject({
      properties: { month: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' } },
    })
  })

  it('says what is asked in the address, and what may be answered', () => {
    const { parameters, responses } = document.paths['/api/v1/bridge'].get
    expect(parameters).toMatchObject([
      { name: 'team', in: 'query', required: true },
      { name: 'year', in: 'query', required: true },
      { name: 'channel', in: 'query', required: false },
    ])
    expect(Object.keys(responses)).toEqual(['200', '401', '403', '404', '409', '413', '415', '422', '429', '503'])
  })

  it('gives each call a name of its own', () => {
    const names = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((verbs) =>
      Object.values(verbs).map(({ operationId }) => operationId),
    )
    expect(new Set(names).size).toBe(ENDPOINTS.length)
    expect(names).toContain('getPlanVsActual')
  })
})
