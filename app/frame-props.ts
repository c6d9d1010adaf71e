import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { organisationsOf } from '#db/queries/organisations-of'
import type { Session } from '#db/queries/session'
import { formatFiscalYear, formatRange } from '#lib/format'
import type { Locale } from '#lib/i18n/messages'
import type { FiscalYear } from '#lib/month'
import { can, type Role } from '#lib/permissions'
import type { ShellProps, ShellScreen, Theme } from '../components/shell/shell-props'

const ROLE_WORD = {
  marketer: 'roleMarketer',
  sales_manager: 'roleSalesManager',
  executive: 'roleExecutive',
  admin: 'roleAdmin',
  viewer: 'roleViewer',
} as const satisfies Record<Role, string>

type Frame = Omit<ShellProps, 'onLanguage' | 'onTheme' | 'onLogOut' | 'onSwitchOrganisation'>

/** What the frame around a page shows: where the person is, what they may see, who they are. */
export async function frameProps(session: Session, team: Session['teams'][number], year: FiscalYear): Promise<Frame> {
  const [locale, t, others, store] = await Promise.all([
    getLocale(),
    getTranslations('common'),
    organisationsOf(session.userId),
    cookies(),
  ])
  const language: Locale = locale === 'en' ? 'en' : 'ja'
  const theme = store.get('theme')?.value
  return {
    organisation: { id: session.orgId, name: session.org.name },
    otherOrganisations: others.filter((organisation) => organisation.id !== session.orgId),
    teams: session.teams.map(({ id, name }) => ({ id, name })),
    team: { id: team.id, name: team.name },
    year: {
      value: year.year,
      label: formatFiscalYear(year, language),
      range: formatRange(year.first, year.last, language),
      short: String(year.year).slice(2),
    },
    screens: screensOf(session),
    seesData: can(session, 'records.read'),
    person: { name: session.name, role: t(ROLE_WORD[session.role]) },
    language,
    theme: (theme === 'light' || theme === 'dark' ? theme : 'system') satisfies Theme,
  }
}

/** A screen that the role may not see is absent. */
function screensOf(session: Session): readonly ShellScreen[] {
  return [
    'overview',
    ...(can(session, 'plan.read') ? (['plan', 'campaigns'] as const) : []),
    ...(can(session, 'actuals.read') ? (['actuals', 'plan-vs-actual'] as const) : []),
    ...(can(session, 'records.read') ? (['pipeline', 'attribution'] as const) : []),
  ]
}
