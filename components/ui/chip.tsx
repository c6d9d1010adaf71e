import type { ReactNode } from 'react'
import { classes } from './classes'

export type ChipTone = 'neutral' | 'accent' | 'good' | 'watch' | 'bad'

const TONE: Record<ChipTone, string> = {
  neutral: 'bg-surface-3 text-text-2',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  watch: 'bg-watch-soft text-watch',
  bad: 'bg-bad-soft text-bad',
}

type ChipProps = {
  readonly tone?: ChipTone
  readonly icon?: ReactNode
  readonly small?: boolean
  readonly children: ReactNode
}

/** A short statement of state or basis beside a title. Not for clicking. */
export function Chip({ tone = 'neutral', icon, small, children }: ChipProps) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 rounded-full whitespace-nowrap',
        small ? 'h-5 px-2 text-micro' : 'h-6 px-2.25 text-small',
        TONE[tone],
      )}
    >
      {icon}
      {children}
    </span>
  )
}
