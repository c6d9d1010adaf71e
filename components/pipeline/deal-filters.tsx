'use client'

import { useTranslations } from 'next-intl'
import { DEAL_BASES, type DealFilter } from '#lib/input/pipeline'
import type { Channel } from '#lib/organisation'
import { Button } from '../ui/button'
import { Select } from '../ui/select'
import { OwnerSelect } from './owner-select'

type DealFiltersProps = {
  readonly path: string
  readonly filter: DealFilter
  readonly channels: readonly Channel[]
  readonly owners: readonly string[]
  /** Filters that the form does not show go along with it. */
  readonly hidden: Readonly<Record<string, string>>
}

/** The common filters of the list, as a form whose answers stand in the address; it works without JavaScript. */
export function DealFilters({ path, filter, channels, owners, hidden }: DealFiltersProps) {
  const t = useTranslations('pipeline')
  const yesNo = (name: 'sourced' | 'influenced') => (
    <Select small name={name} caption={t(`list.keys.${name}`)} defaultValue={filter[name] ?? ''}>
      <option value="">{t('list.any')}</option>
      <option value="yes">{t('list.yes')}</option>
      <option value="no">{t('list.no')}</option>
    </Select>
  )
  return (
    <form action={path} className="flex flex-wrap items-center gap-2 px-4 pb-2.5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select small name="basis" caption={t('list.keys.basis')} defaultValue={filter.basis}>
        {DEAL_BASES.map((basis) => (
          <option key={basis} value={basis}>
            {t(`list.bases.${basis}`)}
          </option>
        ))}
      </Select>
      <Select small name="customers" caption={t('customers.label')} defaultValue={filter.customers}>
        {(['all', 'new', 'existing'] as const).map((customers) => (
          <option key={customers} value={customers}>
            {t(`customers.${customers}`)}
          </option>
        ))}
      </Select>
      {yesNo('sourced')}
      {yesNo('influenced')}
      <Select small name="channel" caption={t('by.channel')} defaultValue={filter.channel ?? ''}>
        <option value="">{t('list.any')}</option>
        {channels.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="-">{t('none.channel')}</option>
      </Select>
      <OwnerSelect owners={owners} chosen={filter.owner} />
      <Select small name="category" caption={t('forecast.category')} defaultValue={filter.category ?? ''}>
        <option value="">{t('list.any')}</option>
        {(['A', 'B', 'C'] as const).map((category) => (
          <option key={category}>{category}</option>
        ))}
        <option value="-">{t('forecast.none')}</option>
      </Select>
      <Button type="submit" size="small">
        {t('list.apply')}
      </Button>
    </form>
  )
}
