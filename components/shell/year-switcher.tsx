'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { classes } from '../ui/classes'
import { Link } from '../ui/link'
import { type ShellProps, screenHref, screenOf } from './shell-props'

type YearSwitcherProps = Pick<ShellProps, 'team' | 'year'> & { readonly open?: boolean }

/** The fiscal year with its months written out; ‹ › keep team and screen. In the rail only the arrows stay. */
export function YearSwitcher({ team, year, open = false }: YearSwitcherProps) {
  const t = useTranslations('common.navigation')
  const screen = screenOf(usePathname()) ?? 'overview'
  return (
    <div
      className={classes(
        'grid items-center border-b pb-2.5 text-center',
        open ? 'grid-cols-[32px_1fr_32px]' : 'grid-cols-1 wide:grid-cols-[24px_1fr_24px]',
      )}
    >
      <Link
        href={screenHref(team.id, year.value - 1, screen)}
        aria-label={t('previousYear')}
        data-drawing="chevron-left"
        className={ARROW}
      />
      <span className={open ? '' : 'hidden wide:block'}>
        <strong className="block leading-[1.35]">{year.label}</strong>
        <small className="block leading-[1.35] whitespace-nowrap text-text-3">{year.range}</small>
      </span>
      <Link
        href={screenHref(team.id, year.value + 1, screen)}
        aria-label={t('nextYear')}
        data-drawing="chevron-right"
        className={ARROW}
      />
    </div>
  )
}

const ARROW =
  'grid h-7 min-w-6 place-items-center rounded-2 text-text-3 hover:bg-surface-3 hover:text-text pointer-coarse:h-11'
