'use client'

import { Check, ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatDateTime } from '#lib/format'
import type { PlanState, PlanVersion } from '#lib/plan-version'
import { Button } from '../ui/button'
import { Chip, type ChipTone } from '../ui/chip'
import { Menu, MenuItem } from '../ui/menu'
import { usePlanView } from './plan-view'

const TONE: Record<PlanState, ChipTone> = { draft: 'watch', active: 'good', superseded: 'neutral' }

type VersionMenuProps = {
  readonly versions: readonly PlanVersion[]
  /** Null while the plan was never saved. */
  readonly shown: Pick<PlanVersion, 'version' | 'state'> | null
  readonly onOpen: (version: PlanVersion) => void
}

/** Which version is on the screen, and the way to the others: who made it, when, and why. */
export function VersionMenu({ versions, shown, onOpen }: VersionMenuProps) {
  const t = useTranslations('plan')
  if (!shown && versions.length === 0) return <Chip tone="watch">{t('unsavedPlan')}</Chip>
  return (
    <Menu
      className="max-w-90"
      trigger={
        <Button
          aria-label={shown ? t('chooseVersion', { version: shown.version }) : t('chooseInstead')}
          className="font-regular!"
        >
          {shown ? t('versionNumber', { version: shown.version }) : t('unsavedPlan')}
          {shown && <StateChip state={shown.state} />}
          <ChevronDown aria-hidden="true" size={13} className="text-text-3" />
        </Button>
      }
    >
      {versions.map((version) => (
        <MenuItem key={version.id} onSelect={() => onOpen(version)}>
          <span className="w-3.5 self-start pt-0.5">
            {version.version === shown?.version && <Check aria-hidden="true" size={14} className="text-accent" />}
          </span>
          <VersionLine version={version} />
        </MenuItem>
      ))}
    </Menu>
  )
}

function VersionLine({ version }: { readonly version: PlanVersion }) {
  const t = useTranslations('plan')
  const { locale, timeZone } = usePlanView()
  const by = version.activatedBy ?? version.createdBy
  const at = formatDateTime(version.activatedAt ?? version.createdAt, { locale, timeZone })
  return (
    <span className="min-w-0 py-0.5">
      <span className="flex items-center gap-2">
        {t('versionNumber', { version: version.version })}
        <StateChip state={version.state} />
      </span>
      <small className="block text-text-3">
        {at} {by}
      </small>
      {version.reason !== null && <small className="block truncate text-text-2">{version.reason}</small>}
    </span>
  )
}

function StateChip({ state }: { readonly state: PlanState }) {
  const t = useTranslations('plan')
  return (
    <Chip small tone={TONE[state]}>
      {t(`state.${state}`)}
    </Chip>
  )
}
