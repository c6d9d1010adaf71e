import { describe, expect, it } from 'vitest'
import { filesOf, importsOf, roomOf, textOf } from './sources'

const ROOMS = ['lib', 'db', 'components', 'app', 'e2e'] as const
const MAY: Record<(typeof ROOMS)[number], readonly string[]> = {
  lib: ['lib'],
  db: ['db', 'lib'],
  components: ['components', 'lib'],
  app: ['app', 'components', 'db', 'lib'],
  e2e: ROOMS,
}
const isTest = (file: string) => /\.(test|spec)\.tsx?$|\/test-|global-setup/.test(file)

/** Imports of a room's files that lead where they may not. */
function strays(room: keyof typeof MAY): string[] {
  return filesOf(room)
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      importsOf(textOf(file))
        .map((specifier) => ({ specifier, to: roomOf(specifier, file) }))
        .filter(({ to }) => ROOMS.some((known) => known === to) && !MAY[room].includes(to))
        .map(({ specifier }) => `${file} → ${specifier}`),
    )
}

describe('one arrow: lib ← db ← app, lib ← components ← app', () => {
  it.each(ROOMS)('%s imports only from the rooms below it', (room) => {
    expect(strays(room)).toEqual([])
  })

  it('sees static, type-only, re-exporting, dynamic and relative imports', () => {
    const source = `
      import type { A } from '#db/a'
      import {
        b,
      } from "../../db/b"
      export { c } from '#app/c'
      import './side-effect.css'
      const d = await import('#components/d')
      const e = require(\`#db/e\`)`
    expect(importsOf(source)).toEqual(['#db/a', '../../db/b', '#app/c', './side-effect.css', '#components/d', '#db/e'])
    expect(roomOf('../../db/b', 'lib/funnel/plan.ts')).toBe('db')
    expect(roomOf('#server/auth', 'lib/x.ts')).toBe('app')
  })
})

describe('lib is pure', () => {
  const IMPURE = /\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bwindow\b\.|\bdocument\b\./
  const FOREIGN = /^(react|react-dom|next|next-auth|next-intl|drizzle-orm|pg|chart\.js|node:.*)(\/|$)/

  it.each(filesOf('lib').filter((file) => !isTest(file)))('%s', (file) => {
    const source = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(source).not.toMatch(IMPURE)
    expect(importsOf(source).filter((specifier) => FOREIGN.test(specifier))).toEqual([])
  })
})

describe('settings of the process', () => {
  const READERS = [
    'app/_server/env.ts',
    'app/_server/launch.ts',
    'app/_server/build.ts',
    'db/url.ts',
    'app/_server/tether.mjs',
    'proxy.ts',
    'instrumentation.ts',
    'next.config.mjs',
  ]

  it('are read in few places', () => {
    const files = ['lib', 'db', 'components', 'app'].flatMap((room) => filesOf(room)).filter((file) => !isTest(file))
    const readers = files.filter((file) => textOf(file).includes('process.env'))
    expect(readers.filter((file) => !READERS.includes(file))).toEqual([])
  })
})

describe('the client never gets the database', () => {
  it('no client component imports db or the server', () => {
    const clients = [...filesOf('components'), ...filesOf('app')].filter((file) =>
      /^['"]use client['"]/.test(textOf(file)),
    )
    const leaks = clients.flatMap((file) =>
      importsOf(textOf(file))
        .filter((to) => /^#(db|server)\//.test(to))
        .map((to) => `${file} → ${to}`),
    )
    expect(leaks).toEqual([])
    expect(clients.length).toBeGreaterThan(5)
  })
})
