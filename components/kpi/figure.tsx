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
  /** 百万円 stands behind the number; of ¥M the symbol stands before it: ¥330.0M. */
  readonly unit?: string
  /** `l` is the one hero figure of a page. */
  readonly size?: FigureSize
  readonly className?: string
}

/** A number with its unit small and light behind it. */
export function Figure({ value, unit = '', size = 's', className }: FigureProps) {
  const [, symbol = '', name = ''] = /^(\p{Sc}?)(.*)$/u.exec(unit) ?? []
  const look = classes('font-regular tracking-normal text-text-2', SIZE[size].unit)
  return (
    <span className={classes('font-strong whitespace-nowrap tracking-[-0.01em]', SIZE[size].figure, className)}>
      {symbol !== '' && <span className={classes('mr-0.5', look)}>{symbol}</span>}
      {value}
      {name !== '' && <span className={classes(symbol === '' && 'ml-1', look)}>{name}</span>}
    </span>
  )
}
