'use client'

import { useState } from 'react'
import type { PlanVersion } from '#lib/plan-version'
import { PageBody } from '../shell/page-body'
import { ActivateDialog } from './activate-dialog'
import { CompareCard } from './compare-card'
import { CopyNotice } from './copy-notice'
import { PlanBody } from './plan-body'
import { PlanNotices } from './plan-notices'
import type { PlanPageProps } from './plan-props'
import { PlanTopBar } from './plan-top-bar'
import { useOpenedPlan } from './use-opened-plan'
import { usePlan, usePlanStore } from './use-plan'

/** One version of a plan: what is saved of it and what it may become, above its assumptions and figures. */
export function PlanPage(props: PlanPageProps) {
  const { copied, compared, versions, rights, onOpen, onCompare, onCopyLastYear } = props
  const { history, campaigns, channels, today, teamGoals } = props
  const plan = usePlanStore()
  const opened = useOpenedPlan(props)
  const { saving, basis, shown, newer, isDraft, unsaved, approval, save, mayLeave } = opened
  const unreadable = usePlan((state) => Object.keys(state.unreadable).length)
  const [activating, setActivating] = useState(false)
  const before = comparedAtFirst(versions, shown)

  function askToActivate() {
    plan.nameBlanks()
    if (plan.state.faults.size === 0) setActivating(true)
    else window.scrollTo({ top: 0 })
  }
  function compare(version: number) {
    onCompare(compared ? null : version)
    window.scrollTo({ top: 0 })
  }

  return (
    <>
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
          unreadable={unreadable}
          canEdit={rights.edit}
          needsApproval={rights.edit && approval === 'approverOnly' && (isDraft || unsaved)}
          onSaveAsNew={() => save(null)}
          onRetry={() => save()}
          onLoadLatest={newer && (() => onOpen(newer))}
          onRefresh={props.onRefresh}
        />
        {copied && opened.neverSaved && <CopyNotice {...props} />}
        {compared && <CompareCard {...props} left={compared} shown={shown} unsaved={unsaved} />}
        <PlanBody
          {...{ history, campaigns, channels, today, teamGoals }}
          isDraft={isDraft}
          readOnly={!rights.edit}
          purpose={shown?.reason ?? ''}
        />
      </PageBody>
      <ActivateDialog
        open={activating}
        onOpenChange={setActivating}
        active={opened.active}
        pending={saving.status.kind === 'saving'}
        onActivate={async (grounds) => {
          await opened.activate(grounds)
          setActivating(false)
        }}
      />
    </>
  )
}

/** What a comparison starts with: the active version, from there the one before it; alone, the version itself as saved. */
function comparedAtFirst(versions: readonly PlanVersion[], shown: PlanVersion | null): PlanVersion | null {
  const others = versions.filter((version) => version.id !== shown?.id).toSorted((a, b) => b.version - a.version)
  const earlier = others.find((version) => version.version < (shown?.version ?? 0))
  return others.find((version) => version.state === 'active') ?? earlier ?? others[0] ?? shown
}
