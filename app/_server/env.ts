import { z } from 'zod'

/** Secrets that stand in examples: a server that runs with one of them is open to everybody. */
const EXAMPLE_SECRETS = ['change-me', 'changeme', 'secret', 'example']

const Environment = z.object({
  NEXTAUTH_SECRET: z
    .string({ error: 'NEXTAUTH_SECRET is not set.' })
    .min(32, 'NEXTAUTH_SECRET must have at least 32 characters.')
    .refine((secret) => !EXAMPLE_SECRETS.some((word) => secret.toLowerCase().includes(word)), {
      error: 'NEXTAUTH_SECRET is the example value.',
    })
    .refine((secret) => new Set(secret).size >= 10, { error: 'NEXTAUTH_SECRET is not random enough.' }),
  NEXTAUTH_URL: z.url({ error: 'NEXTAUTH_URL must be the public address, such as https://gyakusan.example.com.' }),
  GYAKUSAN_TODAY: z.iso.date().optional(),
  /** Set behind a reverse proxy that overwrites X-Forwarded-For; without it the header is not believed. */
  GYAKUSAN_TRUST_PROXY: z.enum(['1']).optional(),
})

export type Environment = {
  readonly secret: string
  readonly origin: string
  /** 'YYYY-MM-DD' instead of the real date; tests always set it. */
  readonly today: string | null
  readonly trustsProxy: boolean
}

let own: Environment | null = null

/** The process's settings: every request asks for them, and they do not change while it runs. */
export function environment(): Environment {
  own ??= settingsIn(process.env)
  return own
}

/** Reads the settings, or throws one sentence for each that is missing or unsafe. */
export function settingsIn(source: Record<string, string | undefined>): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(filled)
  if (!read.success) throw new Error(read.error.issues.map((issue) => issue.message).join('\n'))
  return {
    secret: read.data.NEXTAUTH_SECRET,
    origin: new URL(read.data.NEXTAUTH_URL).origin,
    today: read.data.GYAKUSAN_TODAY ?? null,
    trustsProxy: read.data.GYAKUSAN_TRUST_PROXY === '1',
  }
}
