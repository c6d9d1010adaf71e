/** Screens with a team and a year in their URL, in the order of the PDCA cycle. */
export type ShellScreen = 'overview' | 'plan' | 'campaigns' | 'actuals' | 'plan-vs-actual' | 'pipeline' | 'attribution'

export type Theme = 'system' | 'light' | 'dark'
export type Language = 'ja' | 'en'

export type ShellTeam = { readonly id: string; readonly name: string }
export type ShellOrganisation = { readonly id: string; readonly name: string }

/** The fiscal year in view, in words made by lib/format. */
export type ShellYear = {
  readonly value: number
  /** 2026年度 */
  readonly label: string
  /** 2026年4月–2027年3月 */
  readonly range: string
  /** 26: what the rail has room for. */
  readonly short: string
}

export type ShellProps = {
  readonly organisation: ShellOrganisation
  /** Other organisations of this person; choosing one calls onSwitchOrganisation. */
  readonly otherOrganisations?: readonly ShellOrganisation[]
  readonly onSwitchOrganisation?: (id: string) => void
  /** Those that the person reaches, root first. */
  readonly teams: readonly ShellTeam[]
  readonly team: ShellTeam
  readonly year: ShellYear
  /** Only those that exist and that the role may see. */
  readonly screens: readonly ShellScreen[]
  /** Whether the role may see the records. */
  readonly seesData: boolean
  /** Counts of what this person must do, by screen. */
  readonly badges?: Partial<Record<ShellScreen, number>>
  readonly person: { readonly name: string; readonly role: string }
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly theme: Theme
  /** Keeps the choice; the page itself changes at once. */
  readonly onTheme: (theme: Theme) => void
  readonly onLogOut: () => void
}

/** The address of a screen. */
export function screenHref(teamId: string, year: number, screen: ShellScreen): string {
  return `/${teamId}/${year}/${screen}`
}

const SCREENS: readonly string[] = [
  'overview',
  'plan',
  'campaigns',
  'actuals',
  'plan-vs-actual',
  'pipeline',
  'attribution',
] satisfies readonly ShellScreen[]

/** The screen of a path `/team/year/screen…`; null on the pages without a team (settings). */
export function screenOf(pathname: string): ShellScreen | null {
  const third = pathname.split('/')[3]
  return third !== undefined && isScreen(third) ? third : null
}

function isScreen(text: string): text is ShellScreen {
  return SCREENS.includes(text)
}
