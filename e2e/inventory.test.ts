import { describe, expect, it } from 'vitest'
import { filesOf, textOf } from './sources'

const VERB = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/
const app = filesOf('app')
const isAction = (file: string) => /^\s*['"]use server['"]/.test(textOf(file))

/** Everything that a module exports, with the call that makes it: `name = maker(`. An export of another form has no maker. */
function exportsOf(source: string): { name: string; maker: string | null }[] {
  const made = [...source.matchAll(/^(?:export )?const (\w+) = (\w+)[<(]/gm)].map(
    (match) => [match[1], match[2]] as const,
  )
  const makers = new Map(made)
  const direct = [
    ...source.matchAll(/^export (?:default )?(?:async )?(?:const|let|var|function|class)\s*\*?\s*(\w+)/gm),
  ].map((match) => match[1] ?? '')
  const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap((match) => (match[1] ?? '').split(','))
  const renamed = listed.map((part) => part.trim().split(/\s+as\s+/)).filter(([name]) => name)
  return [
    ...direct.map((name) => ({ name, maker: makers.get(name) ?? null })),
    ...renamed.map(([name = '', shown = name]) => ({ name: shown, maker: makers.get(name) ?? null })),
    ...[...source.matchAll(/^export (?:\*|(?:const|let|var) [{[]|default (?!async|function|class))/gm)].map(
      ([name]) => ({
        name,
        maker: null,
      }),
    ),
  ]
}

/** A directive in a function's body, wherever on its line it stands; a comment may speak of it. */
function hasDirective(source: string): boolean {
  return /['"]use server['"]/.test(source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''))
}

describe('every way in is wrapped', () => {
  const actionFiles = app.filter(isAction)

  it('finds the files of server actions', () => {
    expect(actionFiles.length).toBeGreaterThanOrEqual(4)
  })

  it.each(actionFiles)('%s exports only what action(), openForm() or openAction() made', (file) => {
    const exported = exportsOf(textOf(file))
    expect(exported.length).toBeGreaterThan(0)
    expect(exported.filter(({ maker }) => !['action', 'openForm', 'openAction'].includes(maker ?? ''))).toEqual([])
  })

  it('hides no server action inside another file', () => {
    const hidden = [...app, ...filesOf('components')].filter((file) => !isAction(file) && hasDirective(textOf(file)))
    expect(hidden).toEqual([])
  })

  it.each(app.filter((file) => file.endsWith('/route.ts')))('%s exports only wrapped verbs', (file) => {
    const verbs = exportsOf(textOf(file)).filter(({ name }) => VERB.test(name))
    expect(verbs.length).toBeGreaterThan(0)
    // The HTTP API asks for a token everywhere; only its description is open.
    const isApi = file.startsWith('app/api/v1/') && !file.endsWith('/openapi.json/route.ts')
    const makers = isApi ? ['apiRoute'] : ['openRoute', 'sessionRoute']
    expect(verbs.filter(({ maker }) => !makers.includes(maker ?? ''))).toEqual([])
  })

  it.each(app.filter((file) => /\/\(app\)\/.*page\.tsx$/.test(file)))('%s guards itself', (file) => {
    expect(textOf(file)).toMatch(/await (requireTeam|requireSession)\(/)
  })

  it('lets through without a session only what is listed here', () => {
    const open = actionFiles.flatMap((file) =>
      exportsOf(textOf(file))
        .filter(({ maker }) => maker === 'openForm' || maker === 'openAction')
        .map(({ name }) => name),
    )
    expect(open.sort()).toEqual([
      'chooseLanguage',
      'chooseTheme',
      'logInForm',
      'logOut',
      'logOutEverywhere',
      'signUpForm',
      'switchOrganisation',
    ])
  })
})

describe('the inventory itself', () => {
  it('would see an export that is not wrapped', () => {
    const source =
      "'use server'\nexport async function steal() {}\nexport const good = action(\nexport const bad = async () => {}\nexport { x as GET }\n"
    expect(exportsOf(source)).toEqual([
      { name: 'steal', maker: null },
      { name: 'good', maker: 'action' },
      { name: 'bad', maker: null },
      { name: 'GET', maker: null },
    ])
    const odd = "'use server'\nexport const { a } = all\nexport default wrap(\nexport * from './x'\n"
    expect(exportsOf(odd)).toHaveLength(3)
  })

  it('would see an action inside another file', () => {
    expect(hasDirective("const f = async () => { 'use server'; await steal() }")).toBe(true)
    expect(hasDirective("/** Exports of a 'use server' file. */\n// 'use server'\n")).toBe(false)
  })
})
