import type { ComponentProps } from 'react'
import { classes } from './classes'

type SkeletonProps = Pick<ComponentProps<'span'>, 'className' | 'id' | 'style'>

/** A block in the final geometry of what is loading; appears after 200 ms and does not move. */
export function Skeleton({ className, ...place }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={classes('block animate-appear rounded-[4px] bg-surface-3', className)}
      {...place}
    />
  )
}
