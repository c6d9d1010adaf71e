'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { Channel } from '#lib/organisation'
import { FORECAST_CATEGORIES, OPPORTUNITY_STATES } from '#lib/records/opportunity'
import type { Rejection } from '#lib/result'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { NumberInput, TextArea, TextInput } from '../ui/input'
import { Select } from '../ui/select'
import { useToast } from '../ui/toast'
import { changeOf, type DealForm, formOf } from './deal-form'
import type { SaveDeal } from './deal-list'
import type { DealLine } from './list-props'

type DealEditorProps = {
  readonly deal: DealLine
  readonly channels: readonly Channel[]
  readonly currency: string
  readonly today: string
  readonly save: SaveDeal
  readonly onClose: () => void
}

/** The form that changes an opportunity. What is typed stays until it is saved or the form is closed. */
export function DealEditor({ deal, channels, currency, today, save, onClose }: DealEditorProps) {
  const t = useTranslations('pipeline')
  const errors = useTranslations('errors')
  const toast = useToast()
  const [before] = useState(() => formOf(deal, currency))
  const [form, setForm] = useState(before)
  const [rejected, setRejected] = useState<Pick<Rejection, 'message' | 'fields'> | null>(null)
  const [pending, start] = useTransition()
  const set = (part: Partial<DealForm>) => setForm({ ...form, ...part })
  const submit = () =>
    start(async () => {
      const read = changeOf(before, form, { currency, today })
      if ('fault' in read) return setRejected({ message: '', fields: { amount: errors(read.fault) } })
      const answer = await save({ opportunityId: deal.id, ...read.change })
      if (!answer.ok) return setRejected(answer)
      toast({ message: t('edit.saved') })
      onClose()
    })
  const field = { form, set, faults: rejected?.fields ?? {} }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={deal.name}
      description={deal.account ?? undefined}
      actions={
        <>
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
          <Button variant="primary" pending={pending} onClick={submit}>
            {t('edit.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 tablet:grid-cols-2">
        {rejected && rejected.message !== '' && (
          <Banner tone="bad" className="tablet:col-span-2">
            <p>{rejected.message}</p>
          </Banner>
        )}
        <StandingFields {...field} currency={currency} />
        <SalesFields {...field} channels={channels} countsAsNew={deal.countsAsNew} />
      </div>
    </Dialog>
  )
}

type FieldsProps = {
  readonly form: DealForm
  readonly set: (part: Partial<DealForm>) => void
  readonly faults: Readonly<Record<string, string>>
}

function StandingFields({ form, set, faults, currency }: FieldsProps & { readonly currency: string }) {
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

function SalesFields({
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
