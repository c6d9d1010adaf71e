import { bigint, integer, pgTable, varchar } from 'drizzle-orm/pg-core'

/** Counters of failed log-ins, in the shape that rate-limiter-flexible writes. Reference data: no organisation is known yet. */
export const loginLimits = pgTable('login_limits', {
  key: varchar('key', { length: 255 }).primaryKey(),
  points: integer('points').notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint('expire', { mode: 'number' }),
})
