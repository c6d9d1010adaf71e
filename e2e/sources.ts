import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Source files of a room, as paths from the root, '/' between names. */
export function filesOf(room: string, pattern = /\.(ts|tsx|mjs)$/): string[] {
  return fs
    .readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file.split(path.sep).join('/')}`)
    .filter((file) => pattern.test(file))
}

export function textOf(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8')
}

/** Every module that a file names: static, type-only, side-effect, re-exporting and dynamic imports, and require. */
export function importsOf(source: string): string[] {
  const statics = source.matchAll(/^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/gm)
  const calls = source.matchAll(/\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g)
  return [...statics, ...calls].flatMap((match) => match[1] ?? [])
}

/** The room that an import leads to: 'lib', 'db', 'components', 'app', 'e2e', or the package's name. */
export function roomOf(specifier: string, from: string): string {
  const alias = /^#(lib|db|components|server)\//.exec(specifier)?.[1]
  if (alias) return alias === 'server' ? 'app' : alias
  if (!specifier.startsWith('.')) return specifier
  return path.posix.join(path.posix.dirname(from), specifier).split('/')[0] ?? ''
}
