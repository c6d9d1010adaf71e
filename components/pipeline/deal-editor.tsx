'use client'

import { useTranslations } from 'next-intl'
import { formatDate } from '#lib/format'
import type { Channel } from '#lib/organisation'
import type { ListedDeal } from '#lib/pipeline/listed'
import type { FigureStyle } from '../plan-vs-actual/figure-text'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useToast } from '../ui/toast'
import { SalesFields, StandingFields } from './deal-fields'
import { changeOf, type DealForm, formOf, seenOf } from './deal-form'
import type { SaveDeal } from './deal-list'
import { RecordConflict } from './record-conflict'
import { useRecordEdit } from './use-record-edit'

type DealEditorProps = {
  readonly deal: ListedDeal
  readonly channels: readonly Channel[]
  readonly style: FigureStyle
  readonly today: string
  readonly save: SaveDeal
  readonly onClose: () => void
}

/** The form that changes an opportunity. What is typed stays until it is saved or the form is closed. */
export function DealEditor({ deal, channels, style, today, save, onClose }: DealEditorProps) {
  const t = useTranslations('pipeline')
  const errors = useTranslations('errors')
  const toast = useToast()
  const { currency } = style
  const saved = () => {
    toast({ message: t('edit.saved') })
    onClose()
  }
  const edit = useRecordEdit({
    opened: seenOf(deal),
    formOf: (seen) => formOf(seen, currency),
    changeOf: (before, typed) => {
      const read = changeOf(before, typed, { currency, today })
      return 'fault' in read ? { faults: { amount: errors(read.fault) } } : read
    },
    save: (change) => save({ opportunityId: deal.id, ...change }),
    onSaved: saved,
  })
  const { form, rejected, conflict, theirs } = edit
  const wordOf = useValueWord(channels, deal.countsAsNew, style)
  const disputed = theirs === null ? [] : FIELDS.filter((key) => key in (conflict?.theirs ?? {}))
  const field = { form, set: edit.set, faults: rejected?.fields ?? {} }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={deal.name}
      description={deal.account ?? undefined}
      actions={
        <>
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
          <Button variant="primary" pending={edit.pending} disabled={disputed.length > 0} onClick={edit.submit}>
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
        {conflict && theirs && (
          <RecordConflict
            record="deal"
            by={conflict.by}
            at={conflict.at}
            fields={disputed.map((key) => ({
              ...{ key, label: t(FIELD_LABEL[key]) },
              ...{ mine: wordOf(key, form[key]), theirs: wordOf(key, theirs[key]) },
            }))}
            style={style}
            onSettle={edit.settle}
          />
        )}
        <StandingFields {...field} currency={currency} />
        <SalesFields {...field} channels={channels} countsAsNew={deal.countsAsNew} />
      </div>
    </Dialog>
  )
}

type DealField = keyof DealForm

/** Labels of the form's fields, as keys of the pipeline's words. */
const FIELD_LABEL = {
  state: 'list.state',
  amount: 'amount',
  stage: 'ageing.stage',
  expectedCloseOn: 'edit.expectedCloseOn',
  closedOn: 'edit.closedOn',
  owner: 'by.owner',
  forecastCategory: 'forecast.category',
  channelId: 'edit.channel',
  isNew: 'customers.label',
  lossReason: 'edit.lossReason',
} as const satisfies Record<DealField, string>
const FIELDS = Object.keys(FIELD_LABEL) as DealField[]

/** A field's value as its control shows it. */
function useValueWord(channels: readonly Channel[], countsAsNew: boolean, { locale }: FigureStyle) {
  const t = useTranslations('pipeline')
  return (key: DealField, text: string): string => {
    if (key === 'state') return t(`states.${text as 'open'}`)
    if (key === 'channelId') return channels.find(({ id }) => id === text)?.name ?? t('edit.noChannel')
    if (key === 'isNew' && text !== '') return t(`customers.${text as 'new'}`)
    if (key === 'isNew') return t('edit.derived', { kind: t(countsAsNew ? 'customers.new' : 'customers.existing') })
    if (text === '') return t('edit.blank')
    return key === 'closedOn' || key === 'expectedCloseOn' ? formatDate(text, locale) : text
  }
}
