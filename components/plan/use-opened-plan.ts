'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PlanDraft } from '#lib/input/plan-draft'
import { hasSameGoals } from '#lib/plan-goals'
import type { PlanVersion } from '#lib/plan-version'
import { isEqual } from '#lib/remembered'
import type { PlanPageProps, PlanScreenProps, SavedPlan } from './plan-props'
import type { PlanState } from './plan-state'
import { usePlan, usePlanStore } from './use-plan'
import { type Basis, type Content, type PlanSaving, usePlanSaving } from './use-plan-saving'
import { useUnsavedWarning } from './use-unsaved-warning'

export type OpenedPlan = {
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
  readonly save: (onto?: Basis) => Promise<SavedPlan | null>
  readonly activate: (grounds: string) => Promise<void>
  /** Asks before unsaved changes are lost. */
  readonly mayLeave: () => boolean
}

/** What of the form is saved, under which version, and who may make it the plan. */
export function useOpenedPlan(props: PlanPageProps): OpenedPlan {
  const { opened, copied, versions, rights, onRefresh } = props
  const t = useTranslations('plan')
  const plan = usePlanStore()
  const [basis, setBasis] = useState<Basis>(opened && { ...opened, planId: opened.id })
  // A copy is nowhere saved yet.
  const [saved, setSaved] = useState(() => (copied ? null : contentOf(plan.state)))
  const unsaved = usePlan((state) => Object.keys(state.unreadable).length > 0 || !isEqual(contentOf(state), saved))
  useUnsavedWarning(unsaved && rights.edit, t('leaveQuestion'))

  const saving = usePlanSaving({
    ...props,
    onSaved: (version: SavedPlan, content: Content) => {
      setBasis(version)
      setSaved(content)
      props.onSavedAs(version.version)
    },
  })
  const shown = versions.find((version) => version.id === basis?.planId) ?? null
  const active = versions.find((version) => version.state === 'active') ?? null
  const approval = usePlan(({ draft }) => approvalOf(draft, active, rights))
  const save = (onto: Basis = basis) => saving.save(contentOf(plan.state), onto)
  async function activate(grounds: string) {
    const stands = shown?.state === 'draft' && !unsaved ? basis : await save()
    if (stands && (await saving.activate(stands, grounds))) onRefresh()
  }
  return {
    ...{ saving, basis, shown, active, unsaved, save, activate },
    newer: shown && (shown.revision !== basis?.revision || shown.state !== 'draft') ? shown : null,
    isDraft: basis === null || shown === null || shown.state === 'draft',
    neverSaved: saved === null,
    approval,
    mayLeave: () => !unsaved || window.confirm(t('leaveQuestion')),
  }
}

/** What saving would write. */
const contentOf = ({ draft, reason }: PlanState): Content => ({ draft, reason: reason.trim() })

/** Who may make this draft the plan (DOMAIN §2, Approval). */
function approvalOf(
  draft: PlanDraft,
  active: PlanVersion | null,
  { activate, approveGoal }: PlanScreenProps['rights'],
): 'allowed' | 'approverOnly' {
  return approveGoal || (activate && hasSameGoals(draft, active?.draft)) ? 'allowed' : 'approverOnly'
}
