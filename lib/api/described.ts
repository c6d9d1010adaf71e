import { z } from 'zod'

const Content = z.object({ content: z.object({ 'application/json': z.object({ schema: z.unknown() }) }) })
const Operation = z.object({
  summary: z.string(),
  description: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.string(),
      required: z.boolean(),
      schema: z.object({ description: z.string().optional() }),
    }),
  ),
  requestBody: Content.optional(),
  responses: z.object({ 200: Content }),
})
const Document = z.object({
  info: z.object({ description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})

/** A call as a person reads it. Schemas are JSON Schema, as text. */
export type Described = {
  /** 'POST /api/v1/leads' */
  readonly name: string
  readonly summary: string
  readonly limits: string
  readonly parameters: readonly { readonly name: string; readonly note: string }[]
  readonly body: string | null
  readonly answer: string
}

/** The calls of an OpenAPI description, for the page that shows it. */
export function describedApi(document: unknown): {
  readonly description: string
  readonly calls: readonly Described[]
} {
  const { info, paths } = Document.parse(document)
  const calls = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]): Described => {
      return {
        name: `${verb.toUpperCase()} ${path}`,
        ...{ summary: operation.summary, limits: operation.description },
        parameters: operation.parameters.map(({ name, in: place, required, schema }) => ({
          name,
          note: [place, required ? 'required' : 'optional', schema.description].filter(Boolean).join(' · '),
        })),
        body: operation.requestBody ? textOf(operation.requestBody) : null,
        answer: textOf(operation.responses[200]),
      }
    }),
  )
  return { description: info.description, calls }
}

const textOf = ({ content }: z.output<typeof Content>) => JSON.stringify(content['application/json'].schema, null, 2)
