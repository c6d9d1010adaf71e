'use client'

import { useTranslations } from 'next-intl'
import type { YearSummary } from '#lib/forecast/year-summary'
import { formatMonth, MONEY_UNITS, type MoneyUnit, moneyUnitLabel } from '#lib/format'
import { TopBar } from '../shell/top-bar'
import { Chip } from '../ui/chip'
import { inBrowser } from '../ui/in-browser'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import type { FigureStyle } from './figure-text'
import type { View } from './view'

type ControlsProps = {
  readonly summary: YearSummary
  readonly style: FigureStyle
  /** Null while there is nothing to show. */
  readonly view: View | null
}

/** The page's head: how far actuals reach, the basis of revenue, monthly or cumulative, the unit of money. */
export function Controls({ summary, style, view }: ControlsProps) {
  const t = useTranslations('plan-vs-actual')
  const boundary = summary.year.months[summary.actualsThrough]
  const closed = summary.year.months[summary.closedThrough]
  const state = (
    <>
      <Chip>{boundary ? t('through', { month: formatMonth(boundary, style.locale) }) : t('noActualsYet')}</Chip>
      {view?.asOf === 'closed' && closed && (
        <Chip tone="accent">{t('asOf.through', { month: formatMonth(closed, style.locale) })}</Chip>
      )}
      <Chip>{t('basis')}</Chip>
    </>
  )
  const switches = view && <ViewSwitches closedThrough={summary.closedThrough} style={style} view={view} />
  return <TopBar title={t('title')} state={state} actions={switches} />
}

type ViewSwitchesProps = Pick<ControlsProps, 'style'> & { readonly closedThrough: number; readonly view: View }

// They change what the browser alone draws.
const ViewSwitches = inBrowser(Switches, () => <span className="h-(--control-h) w-57" />)

function Switches({ closedThrough, style, view }: ViewSwitchesProps) {
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
      {closedThrough >= 0 && (
        <Segmented
          label={t('asOf.label')}
          segments={[
            { value: 'latest', label: t('asOf.latest') },
            { value: 'closed', label: t('asOf.closed') },
          ]}
          value={view.asOf}
          onChange={(asOf) => view.change({ asOf: asOf === 'latest' ? null : asOf })}
        />
      )}
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
