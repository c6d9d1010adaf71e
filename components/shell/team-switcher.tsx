'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '../ui/menu'
import { type ShellProps, screenHref, screenOf } from './shell-props'

type TeamSwitcherProps = Pick<
  ShellProps,
  'organisation' | 'otherOrganisations' | 'onSwitchOrganisation' | 'teams' | 'team' | 'year'
> & { readonly open?: boolean }

/** Organisation and team in one: changing the team keeps screen and year. */
export function TeamSwitcher(props: TeamSwitcherProps) {
  const { organisation, otherOrganisations = [], onSwitchOrganisation, teams, team, year, open = false } = props
  const t = useTranslations('common.navigation')
  const screen = screenOf(usePathname()) ?? 'overview'
  return (
    <Menu className="w-56" trigger={<SwitcherButton organisation={organisation} team={team} year={year} open={open} />}>
      <MenuLabel>{organisation.name}</MenuLabel>
      {teams.map((one) => (
        <MenuLink key={one.id} href={screenHref(one.id, year.value, screen)} current={one.id === team.id}>
          {one.name}
        </MenuLink>
      ))}
      {otherOrganisations.length > 0 && (
        <>
          <MenuSeparator />
          <MenuLabel>{t('otherOrganisations')}</MenuLabel>
          {otherOrganisations.map((one) => (
            <MenuItem key={one.id} onSelect={() => onSwitchOrganisation?.(one.id)}>
              <span className="truncate">{one.name}</span>
            </MenuItem>
          ))}
        </>
      )}
    </Menu>
  )
}

type SwitcherButtonProps = ComponentProps<'button'> &
  Pick<ShellProps, 'organisation' | 'team' | 'year'> & { readonly open: boolean }

function SwitcherButton({ organisation, team, year, open, ...trigger }: SwitcherButtonProps) {
  const t = useTranslations('common.navigation')
  const words = open ? 'block' : 'hidden wide:block'
  return (
    <button
      {...trigger}
      type="button"
      aria-label={t('switchTeam', { organisation: organisation.name, team: team.name })}
      className="flex w-full items-center justify-between gap-2 rounded-2 border border-border-strong bg-surface px-1 py-1.5 text-left hover:border-border-control wide:px-2.5"
    >
      <span className={`min-w-0 flex-1 px-1.5 wide:px-0 ${words}`}>
        <small className="block truncate leading-[1.35] text-text-3">{organisation.name}</small>
        <strong className="block truncate leading-[1.35]">{team.name}</strong>
      </span>
      {!open && (
        <span className="block w-full text-center leading-[1.3] wide:hidden">
          <strong className="block text-small">{team.name.slice(0, 2)}</strong>
          <small className="block text-text-3">{year.short}</small>
        </span>
      )}
      <span data-drawing="chevrons-up-down" className={`shrink-0 text-text-3 [--drawing-size:14px] ${words}`} />
    </button>
  )
}
