'use client'

import { useTranslations } from 'next-intl'
import { formatDate } from '#lib/format'
import type { ListedLead } from '#lib/pipeline/listed'
import type { FigureStyle } from '../plan-vs-actual/figure-text'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { TextArea, TextInput } from '../ui/input'
import { useToast } from '../ui/toast'
import { HANDOVER_DAYS, type HandoverForm, handoverChange, handoverFormOf, seenHandover } from './handover-form'
import type { SaveHandover } from './lead-list'
import { RecordConflict } from './record-conflict'
import { useRecordEdit } from './use-record-edit'

type HandoverEditorProps = {
  readonly lead: ListedLead
  readonly style: FigureStyle
  readonly today: string
  readonly save: SaveHandover
  readonly onClose: () => void
}

/** The form that notes when a lead was passed, first worked and returned. What is typed stays until it is saved. */
export function HandoverEditor({ lead, style, today, save, onClose }: HandoverEditorProps) {
  const t = useTranslations('pipeline')
  const toast = useToast()
  const saved = () => {
    toast({ message: t('edit.saved') })
    onClose()
  }
  const edit = useRecordEdit({
    opened: seenHandover(lead),
    formOf: handoverFormOf,
    changeOf: (before, typed) => ({ change: handoverChange(before, typed) }),
    save: (change) => save({ leadId: lead.id, ...change }),
    onSaved: saved,
  })
  const { form, rejected, conflict, theirs } = edit
  const disputed = FIELDS.filter((key) => key in (conflict?.theirs ?? {}))
  const wordOf = (key: HandoverField, text: string) =>
    text === '' ? t('edit.blank') : key === 'returnReason' ? text : formatDate(text, style.locale)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('edit.leadTitle')}
      description={lead.account ?? undefined}
      actions={
        <>
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
          <Button variant="primary" pending={edit.pending} disabled={disputed.length > 0} onClick={edit.submit}>
            {t('edit.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {rejected && (
          <Banner tone="bad">
            <p>{rejected.message}</p>
          </Banner>
        )}
        {conflict && theirs && (
          <RecordConflict
            record="handover"
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
        <HandoverFields form={form} set={edit.set} faults={rejected?.fields ?? {}} today={today} />
      </div>
    </Dialog>
  )
}

type HandoverField = keyof HandoverForm

/** Labels of the form's fields, as keys of the pipeline's words. */
const FIELD_LABEL = {
  passedAt: 'edit.passedOn',
  workedAt: 'edit.workedOn',
  returnedAt: 'edit.returnedOn',
  returnReason: 'edit.returnReason',
} as const satisfies Record<HandoverField, string>
const FIELDS = Object.keys(FIELD_LABEL) as HandoverField[]

type FieldsProps = Pick<HandoverEditorProps, 'today'> & {
  readonly form: HandoverForm
  readonly set: (part: Partial<HandoverForm>) => void
  readonly faults: Readonly<Record<string, string>>
}

function HandoverFields({ form, set, faults, today }: FieldsProps) {
  const t = useTranslations('pipeline')
  return (
    <>
      {HANDOVER_DAYS.map((key) => (
        <Field key={key} label={t(FIELD_LABEL[key])} error={faults[key]}>
          <div className="flex gap-2">
            <TextInput
              type="date"
              aria-label={t(FIELD_LABEL[key])}
              value={form[key]}
              onChange={({ target }) => set({ [key]: target.value })}
              boxClassName="flex-1"
            />
            {form[key] === '' && <Button onClick={() => set({ [key]: today })}>{t('edit.today')}</Button>}
          </div>
        </Field>
      ))}
      <Field label={t(FIELD_LABEL.returnReason)} error={faults.returnReason}>
        <TextArea
          value={form.returnReason}
          maxLength={500}
          rows={2}
          onChange={({ target }) => set({ returnReason: target.value })}
        />
      </Field>
    </>
  )
}
