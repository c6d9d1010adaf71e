'use client'

import { useTranslations } from 'next-intl'
import { inBrowser } from '../ui/in-browser'
import { Brand } from './brand'
import { Navigation } from './navigation'
import { PersonMenu } from './person-menu'
import type { ShellProps } from './shell-props'
import { TeamSwitcher } from './team-switcher'
import { YearSwitcher } from './year-switcher'

// Their menus open in the browser alone; the places have their heights.
const Team = inBrowser(TeamSwitcher, () => <span className="h-11 wide:h-[46.4px]" />)
const Person = inBrowser(PersonMenu, () => <span className="block h-9 wide:h-[40.4px]" />)

/** The left edge: 212 px, or a rail of 56 px (see the `wide` variant). Absent on a phone. */
export function Sidebar(props: ShellProps) {
  const t = useTranslations('common')
  return (
    <header
      data-print="hide"
      className="sticky top-0 z-30 flex h-dvh flex-col gap-2.5 border-r bg-surface-2 px-2 pt-3.5 pb-3 max-tablet:hidden wide:px-3"
    >
      <Brand name={t('product')} />
      <Team {...props} />
      <YearSwitcher {...props} />
      <Navigation {...props} />
      <div className="mt-auto border-t pt-2">
        <Person {...props} />
      </div>
    </header>
  )
}
