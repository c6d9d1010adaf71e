'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PlanDraft } from '#lib/input/plan-draft'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { TextArea } from '../ui/input'
import { usePlanView } from './plan-view'

type ActivateDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly draft: PlanDraft
  readonly active: { readonly version: number; readonly draft: PlanDraft } | null
  /** What the draft was made for: the reason until another is typed. */
  readonly draftReason: string
  readonly pending: boolean
  readonly onActivate: (reason: string) => void
}

const GOALS = ['revenueGoal', 'existing', 'salesSourced'] as const

/** Asks for the reason, and shows what the approval changes, before a version becomes the plan. */
export function ActivateDialog({
  open,
  onOpenChange,
  draft,
  active,
  draftReason,
  pending,
  onActivate,
}: ActivateDialogProps) {
  const t = useTranslations('plan')
  const { amount, amountLabel } = usePlanView()
  const [typed, setTyped] = useState<string | null>(null)
  const reason = typed ?? draftReason
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('activateTitle')}
      description={active ? t('activateReplaces', { version: active.version }) : t('activateFirst')}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button variant="primary" pending={pending} onClick={() => onActivate(reason.trim())}>
            {t('activate')}
          </Button>
        </>
      }
    >
      <dl className="mb-4 grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
        {GOALS.map((key) => (
          <GoalLine
            key={key}
            label={t(key)}
            now={`${amount(draft[key])} ${amountLabel}`}
            before={
              active && active.draft[key] !== draft[key] ? t('before', { amount: amount(active.draft[key]) }) : null
            }
          />
        ))}
      </dl>
      <Field label={t('reason')} hint={t('reasonHint')}>
        <TextArea value={reason} maxLength={2000} onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </Dialog>
  )
}

function GoalLine({
  label,
  now,
  before,
}: {
  readonly label: string
  readonly now: string
  readonly before: string | null
}) {
  return (
    <>
      <dt className="text-text-2">{label}</dt>
      <dd className="text-right">
        <strong>{now}</strong>
        {before !== null && <small className="block text-text-3">{before}</small>}
      </dd>
    </>
  )
}
