'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { classes } from '../ui/classes'
import { Link } from '../ui/link'
import { type ShellProps, type ShellScreen, screenHref, screenOf } from './shell-props'

/** Of app/shell-drawings.css. */
const DRAWING: Record<ShellScreen, string> = {
  overview: 'house',
  plan: 'circle-dot',
  campaigns: 'calendar-days',
  actuals: 'table',
  'plan-vs-actual': 'chart-column',
  pipeline: 'funnel',
  attribution: 'share',
}

const LABEL = {
  overview: 'overview',
  plan: 'plan',
  campaigns: 'campaigns',
  actuals: 'actuals',
  'plan-vs-actual': 'planVsActual',
  pipeline: 'pipeline',
  attribution: 'attribution',
} as const satisfies Record<ShellScreen, string>

type NavigationProps = Pick<ShellProps, 'team' | 'year' | 'screens' | 'badges' | 'seesData'> & {
  /** Words beside every icon, whatever the width (the phone's menu). */
  readonly open?: boolean
}

/** The screens, then a line, then the data and the settings. */
export function Navigation({ team, year, screens, badges, seesData, open = false }: NavigationProps) {
  const t = useTranslations('common.navigation')
  const pathname = usePathname()
  const here = screenOf(pathname)
  return (
    <nav aria-label={t('label')}>
      <ul className="grid gap-px">
        {screens.map((screen) => (
          <NavigationItem
            key={screen}
            href={screenHref(team.id, year.value, screen)}
            drawing={DRAWING[screen]}
            label={t(LABEL[screen])}
            current={here === screen}
            badge={badges?.[screen]}
            open={open}
          />
        ))}
        <li aria-hidden="true" className="mx-2.5 my-2 h-px bg-border" />
        {seesData && (
          <NavigationItem
            href="/data"
            drawing="database"
            label={t('data')}
            current={pathname.startsWith('/data')}
            open={open}
          />
        )}
        <NavigationItem
          href="/settings"
          drawing="settings"
          label={t('settings')}
          current={pathname.startsWith('/settings')}
          open={open}
        />
      </ul>
    </nav>
  )
}

type ItemProps = {
  readonly href: string
  readonly drawing: string
  readonly label: string
  readonly current: boolean
  readonly badge?: number
  readonly open: boolean
}

/** In the rail the words fly out beside the icon on hover and focus. */
function NavigationItem({ href, drawing, label, current, badge, open }: ItemProps) {
  return (
    <li>
      <Link
        href={href}
        data-drawing={drawing}
        aria-current={current ? 'page' : undefined}
        className={classes(
          'nav-link group',
          open ? 'px-2.5' : 'justify-center wide:justify-start wide:px-2.5',
          current ? 'bg-accent-soft font-strong text-accent' : 'text-text-2 hover:bg-surface-3 hover:text-text',
        )}
      >
        <span className={open ? 'min-w-0 flex-1 truncate' : 'fly-out'}>{label}</span>
        {badge !== undefined && badge > 0 && <Badge count={badge} open={open} />}
      </Link>
    </li>
  )
}

function Badge({ count, open }: { readonly count: number; readonly open: boolean }) {
  return (
    <span
      className={classes(
        'grid h-4.5 min-w-4.5 place-items-center rounded-full bg-watch-soft px-1.25 text-micro font-regular text-watch',
        !open && 'absolute -top-0.5 -right-0.5 wide:static',
      )}
    >
      {count}
    </span>
  )
}
