import { classes } from '../ui/classes'

const dot = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

const SHEET = 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z'

/** Lucide's drawings (ISC licence), each as one path: every page draws a dozen of them, on the server too. */
const DRAWN = {
  house:
    'M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z',
  circleDot: `${dot(12, 12, 1)}${dot(12, 12, 10)}`,
  calendarDays: `M8 2v3M16 2v3${SHEET}M3 9h18M8 13h.01M12 13h.01M16 13h.01M8 17h.01M12 17h.01M16 17h.01`,
  table: `M3 9h18M9 3v18${SHEET}`,
  chartColumn: 'M3 3v16a2 2 0 0 0 2 2h16M18 17V9M13 17V5M8 17v-3',
  funnel:
    'M10 20a1 1 0 0 0 .553.895l2 1A1 1 0 0 0 14 21v-7a2 2 0 0 1 .517-1.341L21.74 4.67A1 1 0 0 0 21 3H3a1 1 0 0 0-.742 1.67l7.225 7.989A2 2 0 0 1 10 14z',
  share: `${dot(18, 5, 3)}${dot(6, 12, 3)}${dot(18, 19, 3)}M8.59 13.51L15.42 17.49M15.41 6.51L8.59 10.49`,
  database: 'M3 5a9 3 0 1 0 18 0a9 3 0 1 0-18 0zM3 5V19A9 3 0 0 0 21 19V5M3 12A9 3 0 0 0 21 12',
  settings: `M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915${dot(12, 12, 3)}`,
  chevronsUpDown: 'm7 15 5 5 5-5M7 9l5-5 5 5',
  chevronLeft: 'm15 18-6-6 6-6',
  chevronRight: 'm9 18 6-6-6-6',
  ellipsis: `${dot(12, 12, 1)}${dot(19, 12, 1)}${dot(5, 12, 1)}`,
  menu: 'M4 5h16M4 12h16M4 19h16',
} as const

export type ShellDrawing = keyof typeof DRAWN

type ShellIconProps = {
  readonly of: ShellDrawing
  readonly size: number
  readonly strokeWidth?: number
  readonly className?: string
}

/** A drawing beside words or in a named button: never read out. */
export function ShellIcon({ of, size, strokeWidth = 2, className }: ShellIconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      strokeWidth={strokeWidth}
      aria-hidden="true"
      className={classes('line-drawing', className)}
    >
      <path d={DRAWN[of]} />
    </svg>
  )
}
