'use client'

import { useTranslations } from 'next-intl'
import type { Channel } from '#lib/organisation'
import { FORECAST_CATEGORIES, OPPORTUNITY_STATES } from '#lib/records/opportunity'
import { Field } from '../ui/field'
import { NumberInput, TextArea, TextInput } from '../ui/input'
import { Select } from '../ui/select'
import type { DealForm } from './deal-form'

type FieldsProps = {
  readonly form: DealForm
  readonly set: (part: Partial<DealForm>) => void
  readonly faults: Readonly<Record<string, string>>
}

/** Where the opportunity stands: state, amount and days. */
export function StandingFields({ form, set, faults, currency }: FieldsProps & { readonly currency: string }) {
  const t = useTranslations('pipeline')
  return (
    <>
      <Field label={t('list.state')} error={faults.state}>
        <Select value={form.state} onChange={({ target }) => set({ state: target.value })}>
          {OPPORTUNITY_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('amount')} error={faults.amount}>
        <NumberInput
          value={form.amount}
          unit={currency === 'JPY' ? t('yen') : currency}
          onChange={({ target }) => set({ amount: target.value })}
        />
      </Field>
      <Field label={t('edit.expectedCloseOn')} error={faults.expectedCloseOn}>
        <TextInput
          type="date"
          value={form.expectedCloseOn}
          onChange={({ target }) => set({ expectedCloseOn: target.value })}
        />
      </Field>
      <Field label={t('edit.closedOn')} error={faults.closedOn}>
        <TextInput
          type="date"
          value={form.closedOn}
          disabled={form.state === 'open'}
          onChange={({ target }) => set({ closedOn: target.value })}
        />
      </Field>
      {form.state === 'lost' && (
        <Field label={t('edit.lossReason')} error={faults.lossReason} className="tablet:col-span-2">
          <TextArea
            value={form.lossReason}
            maxLength={500}
            rows={2}
            onChange={({ target }) => set({ lossReason: target.value })}
          />
        </Field>
      )}
    </>
  )
}

/** What sales say of it, and where it came from. */
export function SalesFields({
  form,
  set,
  faults,
  channels,
  countsAsNew,
}: FieldsProps & { readonly channels: readonly Channel[]; readonly countsAsNew: boolean }) {
  const t = useTranslations('pipeline')
  const listed = channels.filter(({ id, archivedAt }) => archivedAt === null || id === form.channelId)
  return (
    <>
      <Field label={t('forecast.category')} error={faults.forecastCategory}>
        <Select value={form.forecastCategory} onChange={({ target }) => set({ forecastCategory: target.value })}>
          <option value="">{t('forecast.none')}</option>
          {FORECAST_CATEGORIES.map((category) => (
            <option key={category}>{category}</option>
          ))}
        </Select>
      </Field>
      <Field label={t('ageing.stage')} error={faults.stage}>
        <TextInput value={form.stage} maxLength={100} onChange={({ target }) => set({ stage: target.value })} />
      </Field>
      <Field label={t('by.owner')} error={faults.owner}>
        <TextInput value={form.owner} maxLength={100} onChange={({ target }) => set({ owner: target.value })} />
      </Field>
      <Field label={t('customers.label')} error={faults.isNew}>
        <Select value={form.isNew} onChange={({ target }) => set({ isNew: target.value })}>
          <option value="">
            {t('edit.derived', { kind: t(countsAsNew ? 'customers.new' : 'customers.existing') })}
          </option>
          <option value="new">{t('customers.new')}</option>
          <option value="existing">{t('customers.existing')}</option>
        </Select>
      </Field>
      <Field
        label={t('edit.channel')}
        hint={t('edit.channelHint')}
        error={faults.channelId}
        className="tablet:col-span-2"
      >
        <Select value={form.channelId} onChange={({ target }) => set({ channelId: target.value })}>
          <option value="">{t('edit.noChannel')}</option>
          {listed.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
