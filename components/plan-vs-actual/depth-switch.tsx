'use client'

import { useTranslations } from 'next-intl'
import { Segmented } from '../ui/segmented'
import { depthOf } from './open-rows'
import { allRows, type TableRow } from './table-row'
import type { View } from './view'

/** Opens the channels of every metric, or their campaigns as well, at once; or closes all. */
export function DepthSwitch({ rows, view }: { readonly rows: readonly TableRow[]; readonly view: View }) {
  const t = useTranslations('plan-vs-actual')
  const hasCampaigns = allRows(rows).some((row) => row.kind === 'campaign')
  const segments = [
    { value: 'metrics', label: t('table.closeAll') },
    { value: 'channels', label: t('table.openAll') },
    ...(hasCampaigns ? [{ value: 'campaigns', label: t('table.openCampaigns') }] : []),
  ]
  return (
    <Segmented
      small
      label={t('table.depth')}
      segments={segments}
      value={depthOf(view.open) ?? ''}
      onChange={(depth) => view.change({ open: depth === 'metrics' ? null : [depth] })}
    />
  )
}
