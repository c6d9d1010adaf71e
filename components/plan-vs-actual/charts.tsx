'use client'

import { BridgeCard } from './bridge-card'
import { MonthCard } from './month-card'
import type { ScreenProps } from './screen-props'

/** How the year has gone by month and where it lands, beside why it stands where it stands. */
export function Charts(props: ScreenProps) {
  return (
    <div className="grid gap-3 laptop:grid-cols-2">
      <MonthCard {...props} />
      <BridgeCard {...props} />
    </div>
  )
}
