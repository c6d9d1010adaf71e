'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { classes } from '../ui/classes'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu'
import { Avatar } from './avatar'
import type { Language, ShellProps, Theme } from './shell-props'

type PersonMenuProps = Pick<ShellProps, 'person' | 'language' | 'onLanguage' | 'theme' | 'onTheme' | 'onLogOut'> & {
  readonly open?: boolean
}

/** Who is logged in, with language, theme and log-out. */
export function PersonMenu({ person, language, onLanguage, theme, onTheme, onLogOut, open = false }: PersonMenuProps) {
  const t = useTranslations('common.person')
  const [shownTheme, setShownTheme] = useState(theme)
  function changeTheme(chosen: Theme) {
    setShownTheme(chosen)
    applyTheme(chosen)
    onTheme(chosen)
  }
  return (
    <Menu side="top" className="w-52" trigger={<PersonButton person={person} open={open} label={t('menu', person)} />}>
      <MenuChoice<Language>
        label={t('language')}
        value={language}
        onChange={onLanguage}
        options={[
          { value: 'ja', label: <span lang="ja">日本語</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      <MenuSeparator />
      <MenuChoice<Theme>
        label={t('theme')}
        value={shownTheme}
        onChange={changeTheme}
        options={[
          { value: 'system', label: t('themeSystem') },
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" size={14} />} onSelect={onLogOut}>
        {t('logOut')}
      </MenuItem>
    </Menu>
  )
}

/** Without the attribute the system decides. */
function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.dataset.theme = theme
}

type PersonButtonProps = ComponentProps<'button'> &
  Pick<ShellProps, 'person'> & { readonly open: boolean; readonly label: string }

function PersonButton({ person, open, label, ...trigger }: PersonButtonProps) {
  const words = open ? '' : 'hidden wide:block'
  return (
    <button
      {...trigger}
      type="button"
      aria-label={label}
      className={classes(
        'flex w-full items-center gap-2.25 rounded-2 py-1 text-left hover:bg-surface-3',
        open ? 'px-1.5' : 'justify-center wide:justify-start wide:px-1.5',
      )}
    >
      <Avatar name={person.name} />
      <span className={classes('min-w-0 flex-1', words)}>
        <strong className="block truncate leading-[1.35]">{person.name}</strong>
        <small className="block truncate leading-[1.35] text-text-3">{person.role}</small>
      </span>
      <span data-drawing="ellipsis" className={classes('shrink-0 text-text-3 [--drawing-size:14px]', words)} />
    </button>
  )
}
