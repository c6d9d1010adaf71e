'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { calendarsOf } from '#lib/funnel/calendar'
import type { Calendars } from '#lib/funnel/draft'
import type { PlanDraft } from '#lib/input/plan-draft'
import { hasSameGoals } from '#lib/plan-goals'
import type { PlanVersion } from '#lib/plan-version'
import type { PlanPageProps, PlanScreenProps, SavedPlan } from './plan-props'
import { usePlanView } from './plan-view'
import { readForm } from './read-form'
import { type PlanFormState, usePlanForm } from './use-plan-form'
import { type Basis, type PlanSaving, usePlanSaving } from './use-plan-saving'
import { useUnsavedWarning } from './use-unsaved-warning'

export type OpenedPlan = {
  readonly plan: PlanFormState
  readonly calendars: Calendars
  readonly saving: PlanSaving
  readonly basis: Basis
  /** The version on which the form stands, as the server last told of it. */
  readonly shown: PlanVersion | null
  readonly active: PlanVersion | null
  /** After a conflict: what the other person saved, once it has been fetched. */
  readonly newer: PlanVersion | null
  /** Saving changes this version; otherwise it makes a new draft. */
  readonly isDraft: boolean
  readonly unsaved: boolean
  readonly neverSaved: boolean
  readonly approval: 'allowed' | 'approverOnly'
  readonly reason: string
  readonly setReason: (reason: string) => void
  readonly save: (onto?: Basis) => Promise<SavedPlan | null>
  readonly activate: (grounds: string) => Promise<void>
  /** Asks before unsaved changes are lost. */
  readonly mayLeave: () => boolean
}

/** The form of one version, what of it is saved, and who may make it the plan. */
export function useOpenedPlan(props: PlanPageProps): OpenedPlan {
  const { opened, copied, versions, rights, nextYear, teamGoals, campaigns, year, onRefresh } = props
  const t = useTranslations('plan')
  const { stages, decimals } = usePlanView()
  const calendars = useMemo(() => calendarsOf(campaigns, year), [campaigns, year])
  const goalsOnly = teamGoals !== null
  const plan = usePlanForm({ initial: props.initialForm, stages, decimals, nextYear, calendars, goalsOnly })
  const [basis, setBasis] = useState<Basis>(opened && { ...opened, planId: opened.id })
  const [reason, setReason] = useState(opened?.state === 'draft' ? (opened.reason ?? '') : '')
  // A copy is nowhere saved yet.
  const [baseline, setBaseline] = useState(() =>
    copied ? null : contentOf(readForm(props.initialForm(), decimals).draft, reason),
  )
  const unsaved = Object.keys(plan.unreadable).length > 0 || contentOf(plan.draft, reason) !== baseline
  useUnsavedWarning(unsaved && rights.edit, t('leaveQuestion'))

  const saving = usePlanSaving({
    ...props,
    onSaved: (saved: SavedPlan, draft: PlanDraft) => {
      setBasis(saved)
      setBaseline(contentOf(draft, reason))
      props.onSavedAs(saved.version)
    },
  })
  const shown = versions.find((version) => version.id === basis?.planId) ?? null
  const active = versions.find((version) => version.state === 'active') ?? null
  const save = (onto: Basis = basis) => saving.save(plan.draft, onto, reason.trim() || null)
  async function activate(grounds: string) {
    const stands = shown?.state === 'draft' && !unsaved ? basis : await save()
    if (stands && (await saving.activate(stands, grounds))) onRefresh()
  }
  return {
    ...{ plan, calendars, saving, basis, shown, active, unsaved, reason, setReason, save, activate },
    newer: shown && (shown.revision !== basis?.revision || shown.state !== 'draft') ? shown : null,
    isDraft: basis === null || shown === null || shown.state === 'draft',
    neverSaved: baseline === null,
    approval: approvalOf(plan.draft, active, rights),
    mayLeave: () => !unsaved || window.confirm(t('leaveQuestion')),
  }
}

/** What saving would write. */
const contentOf = (draft: PlanDraft, reason: string): string => JSON.stringify([draft, reason.trim()])

/** Who may make this draft the plan (DOMAIN §2, Approval). */
function approvalOf(
  draft: PlanDraft,
  active: PlanVersion | null,
  { activate, approveGoal }: PlanScreenProps['rights'],
): 'allowed' | 'approverOnly' {
  return approveGoal || (activate && hasSameGoals(draft, active?.draft)) ? 'allowed' : 'approverOnly'
}
