'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Card } from '../ui/card'
import { CopyButton } from './copy-button'
import { DepthSwitch } from './depth-switch'
import { VerdictLegend } from './legend'
import { PlanVsActualTable } from './plan-vs-actual-table'
import type { ScreenProps } from './screen-props'
import { tableRows } from './table-rows'

/** 予実表 with its switches: every figure of the year, computed here from the ledger. */
export function TableCard(props: ScreenProps) {
  const { ledger, style, view } = props
  const { mode } = view
  const t = useTranslations('plan-vs-actual')
  const rows = useMemo(() => tableRows({ ledger, mode, locale: style.locale, t }), [ledger, mode, style.locale, t])
  return (
    <Card
      flush
      title={t('table.title')}
      hint={t('table.hint')}
      actions={
        <>
          <VerdictLegend thresholds={ledger.thresholds} style={style} t={t} />
          <DepthSwitch rows={rows} view={view} />
          <CopyButton {...props} rows={rows} />
        </>
      }
    >
      <PlanVsActualTable {...props} rows={rows} />
    </Card>
  )
}
