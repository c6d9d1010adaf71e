'use client'

import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { ToastProvider } from '../ui/toast'
import { ShellProvider } from './shell-context'
import { type ShellProps, screenOf } from './shell-props'
import { Sidebar } from './sidebar'
import { useLightPaper } from './use-light-paper'

// On a wide window it is never opened.
const PhoneMenu = dynamic(() => import('./phone-menu'), { ssr: false })

/**
 * What stands around every page of a logged-in person: sidebar or rail, on a phone a menu that TopBar opens.
 * 予実 keeps the rail at every width, so that all of its columns fit. A page inside draws TopBar and PageBody.
 */
export function Shell({ children, ...props }: ShellProps & { readonly children: ReactNode }) {
  const t = useTranslations('common')
  const pathname = usePathname()
  const [menuShown, setMenuShown] = useState(false)
  const openMenu = useCallback(() => setMenuShown(true), [])
  const closeMenu = useCallback(() => setMenuShown(false), [])
  useLightPaper()
  // A new page closes the menu that led to it.
  useEffect(() => setMenuShown(false), [pathname])
  const context = useMemo(
    () => ({ teamName: props.team.name, yearLabel: props.year.label, openMenu }),
    [props.team.name, props.year.label, openMenu],
  )
  return (
    <ToastProvider>
      <ShellProvider value={context}>
        <a
          href="#main"
          className="sr-only z-50 rounded-2 bg-surface px-3 py-2 text-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          {t('skipToContent')}
        </a>
        <div
          data-rail={screenOf(pathname) === 'plan-vs-actual' ? 'always' : 'auto'}
          className="grid min-h-dvh grid-cols-1 tablet:grid-cols-[var(--rail-w)_minmax(0,1fr)] [&[data-rail=auto]]:desktop:grid-cols-[var(--side-w)_minmax(0,1fr)] print:block"
        >
          <Sidebar {...props} />
          {menuShown && <PhoneMenu {...props} onClose={closeMenu} />}
          <main id="main" tabIndex={-1} className="min-w-0 outline-none">
            {children}
          </main>
        </div>
      </ShellProvider>
    </ToastProvider>
  )
}
