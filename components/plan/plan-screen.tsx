'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { PlanVersion } from '#lib/plan-version'
import { blankForm, formOf } from './plan-form'
import { PlanPage } from './plan-page'
import type { PlanScreenProps } from './plan-props'
import { PlanViewProvider } from './plan-view'

/** The plan of a team and year. Which version is open is decided here; everything below belongs to that version. */
export function PlanScreen(props: PlanScreenProps) {
  const { versions, requestedVersion, channels, stages, organisation } = props
  const { refresh, replace } = useRouter()
  // Not history.replaceState: Next would take the next refresh for another page and load the document anew.
  const showNumber = (version: number) => replace(`?version=${version}`, { scroll: false })
  const [requested, setRequested] = useState(requestedVersion)
  const [opened, setOpened] = useState(() => openedAs(firstShown(versions, requestedVersion)))

  function open(version: PlanVersion | null) {
    setOpened(({ times }) => openedAs(version, times + 1))
    if (version) showNumber(version.version)
  }
  // A link to another version of the same page: the address changes, the screen stays mounted.
  if (requested !== requestedVersion) {
    setRequested(requestedVersion)
    const version = versions.find((one) => one.version === requestedVersion)
    if (version && version.version !== opened.number) setOpened(openedAs(version, opened.times + 1))
  }
  const first = channels.find((channel) => channel.isMarketing && channel.archivedAt === null) ?? null
  const { version } = opened
  return (
    <PlanViewProvider {...props}>
      <PlanPage
        key={opened.times}
        {...props}
        opened={version}
        initialForm={() =>
          version
            ? formOf(version.draft, organisation.currency)
            : blankForm(
                props.teamGoals ? null : first,
                stages.map((stage) => stage.key),
              )
        }
        onOpen={open}
        onSavedAs={(number) => {
          setOpened((now) => ({ ...now, number }))
          showNumber(number)
        }}
        onRefresh={refresh}
      />
    </PlanViewProvider>
  )
}

/** What the form was made of, and under which number it stands now; `times` makes a new form for each opening. */
const openedAs = (version: PlanVersion | null, times = 0) => ({ version, number: version?.version ?? null, times })

/** The version asked for, else the active one, else the newest draft; null when there is none. */
function firstShown(versions: readonly PlanVersion[], requested: number | null): PlanVersion | null {
  const newest = versions.toSorted((a, b) => b.version - a.version)
  return (
    newest.find((one) => one.version === requested) ?? newest.find((one) => one.state === 'active') ?? newest[0] ?? null
  )
}
