'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '../ui/dialog'
import { Navigation } from './navigation'
import { PersonMenu } from './person-menu'
import type { ShellProps } from './shell-props'
import { TeamSwitcher } from './team-switcher'
import { YearSwitcher } from './year-switcher'

type PhoneMenuProps = ShellProps & { readonly onClose: () => void }

/** The sidebar's content as a sheet, up to 720 px. */
export default function PhoneMenu({ onClose, ...props }: PhoneMenuProps) {
  const t = useTranslations('common')
  return (
    <Dialog sheet open onOpenChange={(open) => !open && onClose()} title={t('product')}>
      <div className="flex h-full flex-col gap-3">
        <TeamSwitcher {...props} open />
        <YearSwitcher {...props} open />
        <Navigation {...props} open />
        <div className="mt-auto border-t pt-2">
          <PersonMenu {...props} open />
        </div>
      </div>
    </Dialog>
  )
}
