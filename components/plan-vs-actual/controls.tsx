'use client'

import { useTranslations } from 'next-intl'
import { formatMonth, MONEY_UNITS, type MoneyUnit, moneyUnitLabel } from '#lib/format'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { TopBar } from '../shell/top-bar'
import { Chip } from '../ui/chip'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import type { FigureStyle } from './figure-text'
import type { View } from './view'

type ControlsProps = {
  readonly ledger: Ledger
  readonly style: FigureStyle
  /** Null while there is nothing to show. */
  readonly view: View | null
}

/** The page's head: how far actuals reach, the basis of revenue, monthly or cumulative, the unit of money. */
export function Controls({ ledger, style, view }: ControlsProps) {
  const t = useTranslations('plan-vs-actual')
  const boundary = ledger.year.months[ledger.actualsThrough]
  const state = (
    <>
      <Chip>{boundary ? t('through', { month: formatMonth(boundary, style.locale) }) : t('noActualsYet')}</Chip>
      <Chip>{t('basis')}</Chip>
    </>
  )
  return <TopBar title={t('title')} state={state} actions={view && <ViewSwitches style={style} view={view} />} />
}

function ViewSwitches({ style, view }: { readonly style: FigureStyle; readonly view: View }) {
  const t = useTranslations('plan-vs-actual')
  const choose = (text: string) => {
    const unit: MoneyUnit | undefined = MONEY_UNITS.find((each) => each === text)
    if (unit) view.change({ unit })
  }
  return (
    <>
      <Select caption={t('unit')} value={style.unit} onChange={(event) => choose(event.target.value)}>
        {MONEY_UNITS.filter((unit) => unit !== 'tenThousand' || style.currency === 'JPY').map((unit) => (
          <option key={unit} value={unit}>
            {moneyUnitLabel(unit, style)}
          </option>
        ))}
      </Select>
      <Segmented
        label={t('accumulation')}
        segments={[
          { value: 'monthly', label: t('monthly') },
          { value: 'cumulative', label: t('cumulative') },
        ]}
        value={view.mode}
        onChange={(mode) => view.change({ mode: mode === 'monthly' ? null : mode })}
      />
    </>
  )
}
