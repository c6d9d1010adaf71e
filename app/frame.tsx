'use client'

import { type ReactNode, startTransition } from 'react'
import { Shell } from '#components/shell/shell'
import type { ShellProps } from '../components/shell/shell-props'
import { logOut } from './(auth)/actions'
import { switchOrganisation } from './organisation'
import { chooseLanguage, chooseTheme } from './preferences'

type FrameProps = Omit<ShellProps, 'onLanguage' | 'onTheme' | 'onLogOut' | 'onSwitchOrganisation'> & {
  readonly children: ReactNode
}

/** The shell, wired to the actions of the person's menu. */
export function Frame(props: FrameProps) {
  return (
    <Shell
      {...props}
      onLanguage={(locale) => startTransition(() => chooseLanguage({ locale }))}
      onTheme={(theme) => startTransition(() => chooseTheme({ theme }))}
      onLogOut={() => startTransition(() => logOut({}))}
      onSwitchOrganisation={(id) => startTransition(() => switchOrganisation({ id }))}
    />
  )
}
