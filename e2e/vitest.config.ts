import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const shared = {
  root,
  resolve: { alias: { 'server-only': `${root}node_modules/server-only/empty.js` } },
}
const patience = { testTimeout: 60_000, hookTimeout: 120_000 }

/** Two kinds of tests: those that need nothing, and those on a real database, which is started for them alone. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'pure',
          include: ['{lib,components,app}/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
          exclude: ['app/api/**'],
          ...patience,
        },
      },
      {
        ...shared,
        test: {
          name: 'database',
          include: ['db/**/*.test.ts', 'app/api/**/*.test.ts'],
          globalSetup: 'db/test-database.ts',
          ...patience,
        },
      },
    ],
  },
})
