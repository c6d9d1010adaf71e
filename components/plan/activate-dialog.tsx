'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PlanDraft } from '#lib/input/plan-draft'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { TextArea } from '../ui/input'
import { usePlanView } from './plan-view'
import { usePlan } from './use-plan'

type ActivateDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly active: { readonly version: number; readonly draft: PlanDraft } | null
  readonly pending: boolean
  readonly onActivate: (reason: string) => void
}

const GOALS = ['revenueGoal', 'existing', 'salesSourced'] as const

/** Asks for the reason, and shows what the approval changes, before a version becomes the plan. */
export function ActivateDialog({ open, onOpenChange, active, pending, onActivate }: ActivateDialogProps) {
  const t = useTranslations('plan')
  const [typed, setTyped] = useState<string | null>(null)
  // What the draft was made for is the reason until another is typed.
  const purpose = usePlan((state) => state.reason)
  const reason = typed ?? purpose
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
          <GoalLine key={key} goal={key} active={active} />
        ))}
      </dl>
      <Field label={t('reason')} hint={t('reasonHint')}>
        <TextArea value={reason} maxLength={2000} onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </Dialog>
  )
}

type GoalLineProps = Pick<ActivateDialogProps, 'active'> & { readonly goal: (typeof GOALS)[number] }

function GoalLine({ goal, active }: GoalLineProps) {
  const t = useTranslations('plan')
  const { amount, amountLabel } = usePlanView()
  const now = usePlan(({ draft }) => draft[goal])
  const before = active?.draft[goal] ?? null
  return (
    <>
      <dt className="text-text-2">{t(goal)}</dt>
      <dd className="text-right">
        <strong>
          {amount(now)} {amountLabel}
        </strong>
        {active && before !== now && (
          <small className="block text-text-3">{t('before', { amount: amount(before) })}</small>
        )}
      </dd>
    </>
  )
}
