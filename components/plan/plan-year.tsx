'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { PlanVersion } from '#lib/plan-version'
import { withLaterWords } from '../ui/later-words'
import { useUnpacked } from '../ui/unpacked'
import { blankForm, copiedForm, formOf, type PlanForm } from './plan-form'
import { PlanPage } from './plan-page'
import type { PlanScreenProps, PlanYearProps } from './plan-props'
import { PlanViewProvider } from './plan-view'
import { PlanProvider } from './use-plan'

/** The screen in the browser, of the figures that the page sent. */
export default withLaterWords(function PlanYear({ packedSource, ...rest }: PlanYearProps) {
  return <Versions {...useUnpacked(packedSource)} {...rest} />
})

/** Which version is open is decided here; everything below belongs to that version. */
function Versions(props: PlanScreenProps) {
  const { versions, requestedVersion, requestedCompare, lastYear } = props
  const { refresh, replace } = useRouter()
  const [requested, setRequested] = useState({ version: requestedVersion, compare: requestedCompare })
  const [compared, setCompared] = useState(requestedCompare)
  const [opened, setOpened] = useState(() => openedAs(firstShown(versions, requestedVersion)))

  // Not history.replaceState: Next would take the next refresh for another page and load the document anew.
  function show(version: number | null, compare: number | null) {
    const query = [version && `version=${version}`, compare && `compare=${compare}`].filter(Boolean)
    replace(`?${query.join('&')}`, { scroll: false })
  }
  function open(version: PlanVersion | null) {
    setOpened(({ times }) => openedAs(version, times + 1))
    show(version?.version ?? null, compared)
  }
  function compare(version: number | null) {
    setCompared(version)
    show(opened.number, version)
  }
  // A link to another version of the same page: the address changes, the screen stays mounted.
  if (requested.version !== requestedVersion || requested.compare !== requestedCompare) {
    setRequested({ version: requestedVersion, compare: requestedCompare })
    setCompared(requestedCompare)
    const version = versions.find((one) => one.version === requestedVersion)
    if (version && version.version !== opened.number) setOpened(openedAs(version, opened.times + 1))
  }
  return (
    <PlanViewProvider {...props}>
      <PlanProvider
        key={opened.times}
        {...props}
        initialForm={() => formFor(opened, props)}
        initialReason={(opened.version?.state === 'draft' && opened.version.reason) || ''}
      >
        <PlanPage
          {...props}
          opened={opened.version}
          copied={opened.isCopy}
          compared={versions.find((version) => version.version === compared) ?? null}
          onCompare={compare}
          onOpen={open}
          onCopyLastYear={
            lastYear &&
            (() => {
              setOpened(({ times }) => ({ ...openedAs(null, times + 1), isCopy: true }))
              show(null, compared)
            })
          }
          onSavedAs={(number) => {
            setOpened((now) => ({ ...now, number }))
            show(number, compared)
          }}
          onRefresh={refresh}
        />
      </PlanProvider>
    </PlanViewProvider>
  )
}

/** What the form was made of, and under which number it stands now; `times` makes a new form for each opening. */
const openedAs = (version: PlanVersion | null, times = 0) => {
  return { version, number: version?.version ?? null, isCopy: false, times }
}

/** The form of the opened version, of last year's plan, or of nothing yet. */
function formFor(opened: ReturnType<typeof openedAs>, props: PlanScreenProps): PlanForm {
  const { organisation, channels, stages, teamGoals, lastYear } = props
  if (opened.version) return formOf(opened.version.draft, organisation.currency)
  if (opened.isCopy && lastYear) return copiedForm(lastYear.draft, organisation.currency, channels, teamGoals !== null)
  const first = channels.find((channel) => channel.isMarketing && channel.archivedAt === null) ?? null
  return blankForm(
    teamGoals ? null : first,
    stages.map((stage) => stage.key),
  )
}

/** The version asked for, else the active one, else the newest draft; null when there is none. */
function firstShown(versions: readonly PlanVersion[], requested: number | null): PlanVersion | null {
  const newest = versions.toSorted((a, b) => b.version - a.version)
  return (
    newest.find((one) => one.version === requested) ?? newest.find((one) => one.state === 'active') ?? newest[0] ?? null
  )
}
