/** How a whole line stands: figures of 実績 are strong, 前年 and remarks are quiet. */
export type LineTone = 'strong' | 'plain' | 'quiet'

export type LineLook = {
  readonly tone?: LineTone
}

export type RowLook = {
  /** Line above the row: none between rows that belong together, strong above a total. */
  readonly rule?: 'none' | 'hairline' | 'strong'
  readonly strong?: boolean
}

export const TONE: Record<LineTone, string> = {
  strong: 'font-strong text-text',
  plain: 'text-text-2',
  quiet: 'text-text-3',
}
