'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { calendarsOf } from '#lib/funnel/calendar'
import { salesCapacity } from '#lib/funnel/capacity'
import type { PlanDraft } from '#lib/input/plan-draft'
import { hasSameGoals } from '#lib/plan-goals'
import type { PlanVersion } from '#lib/plan-version'
import { PageBody } from '../shell/page-body'
import { ActivateDialog } from './activate-dialog'
import { Assumptions } from './assumptions'
import { BeforeYear, LastUseful } from './before-year'
import { CapacityCard } from './capacity-card'
import { CompareCard } from './compare-card'
import { CopyNotice } from './copy-notice'
import { FaultList } from './fault-list'
import { KeptCard } from './kept-card'
import { KpiTree } from './kpi-tree'
import { MonthlyTable } from './monthly-table'
import { PastWork } from './past-work'
import { FaultsProvider } from './plan-faults'
import type { PlanForm } from './plan-form'
import { PlanNotices } from './plan-notices'
import type { PlanScreenProps, SavedPlan } from './plan-props'
import { PlanTopBar } from './plan-top-bar'
import { usePlanView } from './plan-view'
import { PurposeCard } from './purpose-card'
import { readForm } from './read-form'
import { TeamGoals } from './team-goals'
import { useChannelChoice } from './use-channel-choice'
import { usePlanForm } from './use-plan-form'
import { type Basis, usePlanSaving } from './use-plan-saving'
import { useUnsavedWarning } from './use-unsaved-warning'

type PlanPageProps = PlanScreenProps & {
  /** Null: a plan that was never saved. */
  readonly opened: PlanVersion | null
  /** The form is a copy of last year's plan. */
  readonly copied: boolean
  /** The version beside which this one is shown. */
  readonly compared: PlanVersion | null
  readonly onCompare: (version: number | null) => void
  readonly onCopyLastYear: (() => void) | null
  readonly initialForm: () => PlanForm
  readonly onOpen: (version: PlanVersion | null) => void
  /** The form was saved under this number. */
  readonly onSavedAs: (version: number) => void
  readonly onRefresh: () => void
}

/** One version of a plan: its assumptions on the left, what follows from them on the right and below. */
export function PlanPage(props: PlanPageProps) {
  const { opened, copied, compared, versions, teamGoals, rights, nextYear, channels, today, onOpen, onRefresh } = props
  const t = useTranslations('plan')
  const { stages, decimals } = usePlanView()
  const goalsOnly = teamGoals !== null
  const calendars = useMemo(() => calendarsOf(props.campaigns, props.year), [props.campaigns, props.year])
  const plan = usePlanForm({ initial: props.initialForm, stages, decimals, nextYear, calendars, goalsOnly })
  // The big table follows a keystroke later than the field and the tree, so that typing is never held up.
  const monthlyFigures = useDeferredValue(plan.figures)
  const choice = useChannelChoice(plan, channels)
  const [basis, setBasis] = useState<Basis>(opened && { ...opened, planId: opened.id })
  const [reason, setReason] = useState(opened?.state === 'draft' ? (opened.reason ?? '') : '')
  // A copy is nowhere saved yet.
  const [baseline, setBaseline] = useState(() =>
    copied ? null : contentOf(readForm(props.initialForm(), decimals).draft, reason),
  )
  const [withBlanks, setWithBlanks] = useState(false)
  const [activating, setActivating] = useState(false)

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
  // After a conflict: what the other person saved, once it has been fetched.
  const newer = shown && (shown.revision !== basis?.revision || shown.state !== 'draft') ? shown : null
  const faults = [...plan.faults.values()]
  const approval = approvalOf(plan.draft, active, rights)

  const save = (onto: Basis = basis) => saving.save(plan.draft, onto, reason.trim() || null)
  function askToActivate() {
    setWithBlanks(true)
    if (faults.length === 0) setActivating(true)
    else window.scrollTo({ top: 0 })
  }
  async function activate(grounds: string) {
    const stands = shown?.state === 'draft' && !unsaved ? basis : await save()
    if (stands && (await saving.activate(stands, grounds))) onRefresh()
    setActivating(false)
  }
  function goTo(field: string) {
    const [head, index] = field.split('.')
    const channel = head === 'channels' ? plan.form.channels[Number(index)] : undefined
    if (channel) choice.select(channel.channelId)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-field^="${field}"]`)?.focus())
  }

  const mayLeave = () => !unsaved || window.confirm(t('leaveQuestion'))
  const capacity = useMemo(() => salesCapacity(plan.draft, plan.figures), [plan.draft, plan.figures])
  const before = comparedAtFirst(versions, shown)
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
        onOpen={(version) => mayLeave() && onOpen(version)}
        comparing={compared !== null}
        onCompare={
          before &&
          (() => {
            props.onCompare(compared ? null : before.version)
            window.scrollTo({ top: 0 })
          })
        }
        onCopyLastYear={props.onCopyLastYear && (() => mayLeave() && props.onCopyLastYear?.())}
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
        {copied && baseline === null && <CopyNotice {...props} />}
        {compared && (
          <CompareCard
            versions={versions}
            left={compared}
            shown={shown}
            unsaved={unsaved}
            draft={plan.draft}
            figures={plan.figures}
            nextYear={nextYear}
            calendars={calendars}
            onCompare={props.onCompare}
          />
        )}
        {withBlanks && faults.length > 0 && <FaultList faults={faults} form={plan.form} onGoTo={goTo} />}
        {isDraft && !goalsOnly && <PastWork figures={plan.figures} today={today} />}
        <div className="grid gap-3 laptop:grid-cols-[400px_minmax(0,1fr)] desktop:grid-cols-[420px_minmax(0,1fr)]">
          <Assumptions {...props} plan={plan} choice={choice} readOnly={!rights.edit} goalsOnly={goalsOnly} />
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
            <KpiTree figures={plan.figures} channels={plan.draft.channels} rounding={plan.draft.rounding} />
            {teamGoals ? (
              <TeamGoals revenueGoal={plan.draft.revenueGoal} teams={teamGoals} />
            ) : (
              <>
                <div className="grid gap-3 tablet:grid-cols-[3fr_4fr]">
                  <BeforeYear figures={plan.figures} />
                  <LastUseful figures={plan.figures} />
                </div>
                <KeptCard
                  figures={plan.figures}
                  channels={plan.draft.channels}
                  readOnly={!rights.edit}
                  onChange={plan.changeChannel}
                />
              </>
            )}
            <div className={goalsOnly ? 'grid' : 'grid gap-3 tablet:grid-cols-2'}>
              {!goalsOnly && <CapacityCard {...plan} capacity={capacity} readOnly={!rights.edit} />}
              <PurposeCard reason={reason} readOnly={!rights.edit} onReason={setReason} />
            </div>
          </div>
        </div>
        <MonthlyTable figures={monthlyFigures} goalsOnly={goalsOnly} monthsOver={capacity?.monthsOver ?? NONE} />
      </PageBody>
      <ActivateDialog
        open={activating}
        onOpenChange={setActivating}
        draft={plan.draft}
        active={active}
        draftReason={reason}
        pending={saving.status.kind === 'saving'}
        onActivate={activate}
      />
    </FaultsProvider>
  )
}

const NONE: readonly number[] = []

/** What saving would write. */
const contentOf = (draft: PlanDraft, reason: string): string => JSON.stringify([draft, reason.trim()])

/** What a comparison starts with: the active version, else the one before; with nothing else, the version itself as saved. */
function comparedAtFirst(versions: readonly PlanVersion[], shown: PlanVersion | null): PlanVersion | null {
  const others = versions.filter((version) => version.id !== shown?.id)
  return others.find((version) => version.state === 'active') ?? others[0] ?? shown
}

/** Who may make this draft the plan (DOMAIN §2, Approval). */
function approvalOf(
  draft: PlanDraft,
  active: PlanVersion | null,
  { activate, approveGoal }: PlanScreenProps['rights'],
): 'allowed' | 'approverOnly' {
  return approveGoal || (activate && hasSameGoals(draft, active?.draft)) ? 'allowed' : 'approverOnly'
}
