'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { salesCapacity } from '#lib/funnel/capacity'
import type { PlanVersion } from '#lib/plan-version'
import { PageBody } from '../shell/page-body'
import { ActivateDialog } from './activate-dialog'
import { Assumptions } from './assumptions'
import { CompareCard } from './compare-card'
import { CopyNotice } from './copy-notice'
import { FaultList } from './fault-list'
import { MonthlyTable } from './monthly-table'
import { PastWork } from './past-work'
import { FaultsProvider } from './plan-faults'
import { PlanNotices } from './plan-notices'
import type { PlanPageProps } from './plan-props'
import { PlanResults } from './plan-results'
import { PlanTopBar } from './plan-top-bar'
import { useChannelChoice } from './use-channel-choice'
import { useOpenedPlan } from './use-opened-plan'

/** One version of a plan: its assumptions on the left, what follows from them on the right and below. */
export function PlanPage(props: PlanPageProps) {
  const { copied, compared, versions, teamGoals, rights, channels, today, onOpen, onCompare, onCopyLastYear } = props
  const goalsOnly = teamGoals !== null
  const opened = useOpenedPlan(props)
  const { plan, saving, basis, shown, newer, isDraft, unsaved, approval, save, mayLeave } = opened
  // The big table follows a keystroke later than the field and the tree, so that typing is never held up.
  const monthlyFigures = useDeferredValue(plan.figures)
  const capacity = useMemo(() => salesCapacity(plan.draft, plan.figures), [plan.draft, plan.figures])
  const choice = useChannelChoice(plan, channels)
  const [withBlanks, setWithBlanks] = useState(false)
  const [activating, setActivating] = useState(false)
  const faults = [...plan.faults.values()]
  const before = comparedAtFirst(versions, shown)

  function askToActivate() {
    setWithBlanks(true)
    if (faults.length === 0) setActivating(true)
    else window.scrollTo({ top: 0 })
  }
  function compare(version: number) {
    onCompare(compared ? null : version)
    window.scrollTo({ top: 0 })
  }
  function goTo(field: string) {
    const [head, index] = field.split('.')
    const channel = head === 'channels' ? plan.form.channels[Number(index)] : undefined
    if (channel) choice.select(channel.channelId)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-field^="${field}"]`)?.focus())
  }

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
        onCompare={before && (() => compare(before.version))}
        onCopyLastYear={onCopyLastYear && (() => mayLeave() && onCopyLastYear())}
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
          onRefresh={props.onRefresh}
        />
        {copied && opened.neverSaved && <CopyNotice {...props} />}
        {compared && <CompareCard {...props} {...opened} left={compared} draft={plan.draft} figures={plan.figures} />}
        {withBlanks && faults.length > 0 && <FaultList faults={faults} form={plan.form} onGoTo={goTo} />}
        {isDraft && !goalsOnly && <PastWork figures={plan.figures} today={today} />}
        <div className="grid gap-3 laptop:grid-cols-[400px_minmax(0,1fr)] desktop:grid-cols-[420px_minmax(0,1fr)]">
          <Assumptions {...props} plan={plan} choice={choice} readOnly={!rights.edit} goalsOnly={goalsOnly} />
          <PlanResults {...opened} teamGoals={teamGoals} capacity={capacity} readOnly={!rights.edit} />
        </div>
        <MonthlyTable figures={monthlyFigures} goalsOnly={goalsOnly} monthsOver={capacity?.monthsOver ?? NONE} />
      </PageBody>
      <ActivateDialog
        open={activating}
        onOpenChange={setActivating}
        draft={plan.draft}
        active={opened.active}
        draftReason={opened.reason}
        pending={saving.status.kind === 'saving'}
        onActivate={async (grounds) => {
          await opened.activate(grounds)
          setActivating(false)
        }}
      />
    </FaultsProvider>
  )
}

const NONE: readonly number[] = []

/** What a comparison starts with: the active version, from there the one before it; alone, the version itself as saved. */
function comparedAtFirst(versions: readonly PlanVersion[], shown: PlanVersion | null): PlanVersion | null {
  const others = versions.filter((version) => version.id !== shown?.id).toSorted((a, b) => b.version - a.version)
  const earlier = others.find((version) => version.version < (shown?.version ?? 0))
  return others.find((version) => version.state === 'active') ?? earlier ?? others[0] ?? shown
}
