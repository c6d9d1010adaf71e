'use client'

import { useTranslations } from 'next-intl'
import type { Section } from '#lib/plan-vs-actual/sections'
import { Segmented } from '../ui/segmented'
import type { View } from './view'

/** Opens the channels of every metric at once, or closes them. */
export function DepthSwitch({ sections, view }: { readonly sections: readonly Section[]; readonly view: View }) {
  const t = useTranslations('plan-vs-actual')
  const keys = sections.filter((section) => section.parts.length > 0).map((section) => section.key)
  const isAllOpen = keys.every((key) => view.open.includes(key))
  return (
    <Segmented
      small
      label={t('table.depth')}
      segments={[
        { value: 'closed', label: t('table.closeAll') },
        { value: 'open', label: t('table.openAll') },
      ]}
      value={isAllOpen ? 'open' : 'closed'}
      onChange={(depth) => view.change({ open: depth === 'open' ? keys : null })}
    />
  )
}
