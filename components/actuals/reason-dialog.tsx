'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { TextArea } from '../ui/input'

type ReasonDialogProps = {
  readonly title: string
  readonly description: string
  /** The verb that closes the matter. */
  readonly submit: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | null
  readonly pending?: boolean
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
  readonly children?: ReactNode
}

/** Asks why, before something is done that leaves a trace. Nothing happens without a reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, description, submit, label, hint, error, pending, onReason, onCancel, children } = props
  const t = useTranslations('actuals')
  const faults = useTranslations('errors')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = reason.trim() === ''
  const box = useRef<HTMLTextAreaElement>(null)
  function send() {
    setAsked(true)
    if (missing) box.current?.focus()
    else onReason(reason.trim())
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button variant="primary" pending={pending} onClick={send}>
            {submit}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={label} hint={hint} error={asked && missing ? faults('reasonMissing') : (error ?? undefined)}>
          <TextArea ref={box} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {children}
      </div>
    </Dialog>
  )
}
