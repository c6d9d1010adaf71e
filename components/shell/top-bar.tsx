'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useShell } from './shell-context'

type TopBarProps = {
  readonly title: ReactNode
  /** What limits the view: period, version, model. */
  readonly limits?: ReactNode
  /** State and basis, as chips: 9月まで実績, 受注基準・税抜. */
  readonly state?: ReactNode
  readonly actions?: ReactNode
}

/** The head of a page, 56 px: title · limits · state — actions. On a phone a second line takes what does not fit. */
export function TopBar({ title, limits, state, actions }: TopBarProps) {
  const second = limits !== undefined || state !== undefined || actions !== undefined
  return (
    <header
      data-print="hide"
      className="sticky top-0 z-20 border-b bg-surface tablet:flex tablet:h-(--top-h) tablet:items-center tablet:gap-3 tablet:px-6"
    >
      <div className="flex h-(--top-h) min-w-0 items-center gap-2 px-4 tablet:h-auto tablet:px-0">
        <MenuButton />
        <h1 className="mr-1 text-title whitespace-nowrap tracking-[0.02em]">{title}</h1>
        <Where />
      </div>
      {second && (
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1.5 px-4 pb-2.5 tablet:flex-nowrap tablet:px-0 tablet:pb-0">
          {limits}
          {state !== undefined && (
            <div className="flex min-w-0 flex-wrap items-center gap-2 tablet:flex-nowrap tablet:overflow-hidden">
              {state}
            </div>
          )}
          {actions !== undefined && (
            <div className="ml-auto flex flex-wrap items-center gap-2.5 tablet:shrink-0 tablet:flex-nowrap">
              {actions}
            </div>
          )}
        </div>
      )}
    </header>
  )
}

function MenuButton() {
  const t = useTranslations('common')
  const shell = useShell()
  if (shell === null) return null
  return (
    <button
      type="button"
      onClick={shell.openMenu}
      aria-label={t('openMenu')}
      data-drawing="menu"
      className="-ml-2.5 grid size-11 place-items-center rounded-2 text-text-2 [--drawing-size:18px] tablet:hidden"
    />
  )
}

function Where() {
  const shell = useShell()
  if (shell === null) return null
  return (
    <span className="ml-auto min-w-0 truncate text-small text-text-2 tablet:hidden">
      {shell.teamName} · {shell.yearLabel}
    </span>
  )
}
