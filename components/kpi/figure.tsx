import type { ReactNode } from 'react'
import { classes } from '../ui/classes'

export type FigureSize = 'inline' | 's' | 'm' | 'l'

const SIZE: Record<FigureSize, { readonly figure: string; readonly unit: string }> = {
  inline: { figure: '', unit: 'text-small' },
  s: { figure: 'text-figure-s', unit: 'text-small' },
  m: { figure: 'text-figure-m', unit: 'text-body' },
  l: { figure: 'text-figure-l', unit: 'text-title' },
}

type FigureProps = {
  /** Already formatted by lib/format. */
  readonly value: ReactNode
  readonly unit?: ReactNode
  /** `l` is the one hero figure of a page. */
  readonly size?: FigureSize
  readonly className?: string
}

/** A number with its unit small and light behind it. */
export function Figure({ value, unit, size = 's', className }: FigureProps) {
  return (
    <span className={classes('font-strong whitespace-nowrap tracking-[-0.01em]', SIZE[size].figure, className)}>
      {value}
      {unit !== undefined && (
        <span className={classes('ml-1 font-regular tracking-normal text-text-2', SIZE[size].unit)}>{unit}</span>
      )}
    </span>
  )
}
