'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import type { SettableLine } from '#lib/forecast/line-landing'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { TextArea } from '../ui/input'
import { useToast } from '../ui/toast'
import { changedMonths, type LandingForm, landingForm } from './landing-form'
import { LandingMonths } from './landing-months'
import type { ScreenProps } from './screen-props'

type LandingDialogProps = Pick<ScreenProps, 'ledger' | 'style'> & {
  readonly landing: NonNullable<ScreenProps['landing']>
  readonly line: SettableLine
  readonly onClose: () => void
}

/** Sets the coming months of 既存 or 営業独自 by hand, with the reason; an emptied month is its plan again. */
export default function LandingDialog({ ledger, style, landing, line, onClose }: LandingDialogProps) {
  const t = useTranslations('plan-vs-actual')
  const formId = useId()
  const toast = useToast()
  const [form, setForm] = useState<LandingForm>(() => landingForm(ledger, landing.teamId, line, style.currency))
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<'reason' | 'nothing' | string | null>(null)
  const [isSaving, setSaving] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const changed = changedMonths(form, style.currency)
    if (changed === null) return setFault(null)
    if (changed.length === 0) return setFault('nothing')
    if (reason.trim() === '' && changed.some(({ amount }) => amount !== null)) return setFault('reason')
    setSaving(true)
    for (const { month, amount } of changed) {
      const saved = await landing.save({ teamId: landing.teamId, month, line, amount, reason: reason.trim() || null })
      if (!saved.ok) {
        setSaving(false)
        return setFault(saved.fields.reason ?? saved.fields.amount ?? saved.message)
      }
    }
    toast({ message: t('landing.saved', { count: changed.length }), tone: 'done' })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('landing.title', { line: t(`bridge.steps.${line}`) })}
      description={t('landing.description')}
      actions={
        <>
          <Button onClick={onClose}>{t('landing.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" pending={isSaving}>
            {t('landing.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        <LandingMonths form={form} onChange={setForm} style={style} />
        <Field
          label={t('landing.reason')}
          error={fault === 'reason' ? t('landing.reasonMissing') : fault === 'nothing' ? t('landing.nothing') : fault}
        >
          <TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
