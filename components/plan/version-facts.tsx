'use client'

import { useTranslations } from 'next-intl'
import { formatDateTime } from '#lib/format'
import type { PlanVersion } from '#lib/plan-version'
import { usePlanView } from './plan-view'

/** Who made a version (or activated it), when, and why. */
export function VersionFacts({ version }: { readonly version: PlanVersion }) {
  const t = useTranslations('plan')
  const { locale, timeZone } = usePlanView()
  const by = version.activatedBy ?? version.createdBy
  const at = formatDateTime(version.activatedAt ?? version.createdAt, { locale, timeZone })
  return (
    <span className="block font-regular leading-ui">
      <small className="block text-text-3">{t('versionBy', { at, by })}</small>
      <small className="block whitespace-pre-line text-text-2">
        {version.reason === null ? t('versionNoReason') : t('versionReason', { reason: version.reason })}
      </small>
    </span>
  )
}
