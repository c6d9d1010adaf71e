'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { ListedLead } from '#lib/pipeline/listed'
import type { Rejection } from '#lib/result'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { TextArea, TextInput } from '../ui/input'
import { useToast } from '../ui/toast'
import type { SaveHandover } from './lead-list'

type HandoverEditorProps = {
  readonly lead: ListedLead
  readonly today: string
  readonly save: SaveHandover
  readonly onClose: () => void
}

const DATES = ['passedOn', 'workedOn', 'returnedOn'] as const
const FIELD = { passedOn: 'passedAt', workedOn: 'workedAt', returnedOn: 'returnedAt' } as const

/** The form that notes when a lead was passed, first worked and returned. Only what was changed is sent. */
export function HandoverEditor({ lead, today, save, onClose }: HandoverEditorProps) {
  const t = useTranslations('pipeline')
  const toast = useToast()
  const [form, setForm] = useState({
    ...{ passedOn: lead.passedOn ?? '', workedOn: lead.workedOn ?? '', returnedOn: lead.returnedOn ?? '' },
    returnReason: lead.returnReason ?? '',
  })
  const [rejected, setRejected] = useState<Rejection | null>(null)
  const [pending, start] = useTransition()
  const submit = () =>
    start(async () => {
      const dates = DATES.filter((key) => form[key] !== (lead[key] ?? '')).map((key) => [FIELD[key], form[key] || null])
      const reason = form.returnReason === (lead.returnReason ?? '') ? {} : { returnReason: form.returnReason || null }
      const answer = await save({ leadId: lead.id, ...Object.fromEntries(dates), ...reason })
      if (!answer.ok) return setRejected(answer)
      toast({ message: t('edit.saved') })
      onClose()
    })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('edit.leadTitle')}
      description={lead.account ?? undefined}
      actions={
        <>
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
          <Button variant="primary" pending={pending} onClick={submit}>
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
        {DATES.map((key) => (
          <Field key={key} label={t(`edit.${key}`)} error={rejected?.fields[FIELD[key]]}>
            <div className="flex gap-2">
              <TextInput
                type="date"
                aria-label={t(`edit.${key}`)}
                value={form[key]}
                onChange={({ target }) => setForm({ ...form, [key]: target.value })}
                boxClassName="flex-1"
              />
              {form[key] === '' && (
                <Button onClick={() => setForm({ ...form, [key]: today })}>{t('edit.today')}</Button>
              )}
            </div>
          </Field>
        ))}
        <Field label={t('edit.returnReason')} error={rejected?.fields.returnReason}>
          <TextArea
            value={form.returnReason}
            maxLength={500}
            rows={2}
            onChange={({ target }) => setForm({ ...form, returnReason: target.value })}
          />
        </Field>
      </div>
    </Dialog>
  )
}
