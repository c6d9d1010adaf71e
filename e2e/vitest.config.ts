import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

export default defineConfig({
  root,
  resolve: { alias: { 'server-only': `${root}node_modules/server-only/empty.js` } },
  test: {
    include: ['{lib,db,components,app}/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
