'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import type { PlanDraft } from '#lib/input/plan-draft'
import type { PlanVersion } from '#lib/plan-version'
import { PageBody } from '../shell/page-body'
import { ActivateDialog } from './activate-dialog'
import { Assumptions } from './assumptions'
import { BeforeYear, LastUseful } from './before-year'
import { FaultList } from './fault-list'
import { KpiTree } from './kpi-tree'
import { MonthlyTable } from './monthly-table'
import { PastWork } from './past-work'
import { FaultsProvider } from './plan-faults'
import type { PlanForm } from './plan-form'
import { PlanNotices } from './plan-notices'
import type { PlanScreenProps, SavedPlan } from './plan-props'
import { PlanTopBar } from './plan-top-bar'
import { usePlanView } from './plan-view'
import { readForm } from './read-form'
import { TeamGoals } from './team-goals'
import { useChannelChoice } from './use-channel-choice'
import { usePlanForm } from './use-plan-form'
import { type Basis, usePlanSaving } from './use-plan-saving'
import { useUnsavedWarning } from './use-unsaved-warning'

type PlanPageProps = PlanScreenProps & {
  /** Null: a plan that was never saved. */
  readonly opened: PlanVersion | null
  readonly initialForm: () => PlanForm
  readonly onOpen: (version: PlanVersion | null) => void
  /** The form was saved under this number. */
  readonly onSavedAs: (version: number) => void
  readonly onRefresh: () => void
}

/** One version of a plan: its assumptions on the left, what follows from them on the right and below. */
export function PlanPage(props: PlanPageProps) {
  const { opened, versions, teamGoals, rights, nextYear, channels, today, onOpen, onRefresh } = props
  const t = useTranslations('plan')
  const { stages, decimals } = usePlanView()
  const goalsOnly = teamGoals !== null
  const plan = usePlanForm({ initial: props.initialForm, stages, decimals, nextYear, goalsOnly })
  // The big table follows a keystroke later than the field and the tree, so that typing is never held up.
  const monthlyFigures = useDeferredValue(plan.figures)
  const choice = useChannelChoice(plan, channels)
  const [basis, setBasis] = useState<Basis>(opened && { ...opened, planId: opened.id })
  const [baseline, setBaseline] = useState<PlanDraft>(() => readForm(props.initialForm(), decimals).draft)
  const [withBlanks, setWithBlanks] = useState(false)
  const [activating, setActivating] = useState(false)

  const unsaved = Object.keys(plan.unreadable).length > 0 || JSON.stringify(plan.draft) !== JSON.stringify(baseline)
  useUnsavedWarning(unsaved && rights.edit, t('leaveQuestion'))

  const saving = usePlanSaving({
    ...props,
    onSaved: (saved: SavedPlan, draft: PlanDraft) => {
      setBasis(saved)
      setBaseline(draft)
      props.onSavedAs(saved.version)
    },
  })
  const shown = versions.find((version) => version.id === basis?.planId) ?? null
  const active = versions.find((version) => version.state === 'active') ?? null
  // After a conflict: what the other person saved, once it has been fetched.
  const newer = shown && (shown.revision !== basis?.revision || shown.state !== 'draft') ? shown : null
  const faults = [...plan.faults.values()]
  const approval = approvalOf(plan.draft, active, rights)

  const save = (onto: Basis = basis) => saving.save(plan.draft, onto, shown?.state === 'draft' ? shown.reason : null)
  function askToActivate() {
    setWithBlanks(true)
    if (faults.length === 0) setActivating(true)
    else window.scrollTo({ top: 0 })
  }
  async function activate(reason: string) {
    const stands = shown?.state === 'draft' && !unsaved ? basis : await save()
    if (stands && (await saving.activate(stands, reason))) onRefresh()
    setActivating(false)
  }
  function goTo(field: string) {
    const [head, index] = field.split('.')
    const channel = head === 'channels' ? plan.form.channels[Number(index)] : undefined
    if (channel) choice.select(channel.channelId)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-field^="${field}"]`)?.focus())
  }

  const isDraft = basis === null || shown === null || shown.state === 'draft'
  return (
    <FaultsProvider byField={plan.faults} withBlanks={withBlanks}>
      <PlanTopBar
        versions={versions}
        shown={basis && { version: basis.version, state: shown?.state ?? 'draft' }}
        isDraft={isDraft}
        unsaved={unsaved}
        status={saving.status}
        canEdit={rights.edit}
        canActivate={approval === 'allowed' && (isDraft || unsaved)}
        onOpen={(version) => (!unsaved || window.confirm(t('leaveQuestion'))) && onOpen(version)}
        onSave={() => save()}
        onActivate={askToActivate}
      />
      <PageBody>
        <PlanNotices
          status={saving.status}
          unreadable={Object.keys(plan.unreadable).length}
          canEdit={rights.edit}
          needsApproval={rights.edit && approval === 'approverOnly' && (isDraft || unsaved)}
          onSaveAsNew={() => save(null)}
          onRetry={() => save()}
          onLoadLatest={newer && (() => onOpen(newer))}
          onRefresh={onRefresh}
        />
        {withBlanks && faults.length > 0 && <FaultList faults={faults} form={plan.form} onGoTo={goTo} />}
        {isDraft && !goalsOnly && <PastWork figures={plan.figures} today={today} />}
        <div className="grid gap-3 laptop:grid-cols-[400px_minmax(0,1fr)] desktop:grid-cols-[420px_minmax(0,1fr)]">
          <Assumptions plan={plan} choice={choice} readOnly={!rights.edit} goalsOnly={goalsOnly} />
          <div className="grid grid-cols-[minmax(0,1fr)] grid-rows-[1fr_auto] gap-3">
            <KpiTree figures={plan.figures} channels={plan.draft.channels} rounding={plan.draft.rounding} />
            {teamGoals ? (
              <TeamGoals revenueGoal={plan.draft.revenueGoal} teams={teamGoals} />
            ) : (
              <div className="grid gap-3 tablet:grid-cols-[3fr_4fr]">
                <BeforeYear figures={plan.figures} />
                <LastUseful figures={plan.figures} />
              </div>
            )}
          </div>
        </div>
        <MonthlyTable figures={monthlyFigures} goalsOnly={goalsOnly} />
      </PageBody>
      <ActivateDialog
        open={activating}
        onOpenChange={setActivating}
        draft={plan.draft}
        active={active}
        pending={saving.status.kind === 'saving'}
        onActivate={activate}
      />
    </FaultsProvider>
  )
}

/** Who may make this draft the plan (DOMAIN §2, Approval). */
function approvalOf(
  draft: PlanDraft,
  active: PlanVersion | null,
  { activate, approveGoal }: PlanScreenProps['rights'],
): 'allowed' | 'approverOnly' {
  const sameGoals =
    active !== null &&
    draft.revenueGoal === active.draft.revenueGoal &&
    draft.existing === active.draft.existing &&
    draft.salesSourced === active.draft.salesSourced
  return approveGoal || (activate && sameGoals) ? 'allowed' : 'approverOnly'
}
