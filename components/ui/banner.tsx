import { Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'

export type BannerTone = 'info' | 'watch' | 'bad'

const TONE: Record<BannerTone, { readonly box: string; readonly icon: string }> = {
  info: { box: 'bg-surface-3', icon: 'text-text-2' },
  watch: { box: 'bg-watch-soft', icon: 'text-watch' },
  bad: { box: 'bg-bad-soft', icon: 'text-bad' },
}

type BannerProps = {
  readonly tone?: BannerTone
  readonly title?: ReactNode
  /** Number under which the fault is logged. */
  readonly reference?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}

/** A statement about the page or card that stays usable below it. `bad` is announced at once. */
export function Banner({ tone = 'info', title, reference, actions, className, children }: BannerProps) {
  const Icon = tone === 'info' ? Info : TriangleAlert
  return (
    <div
      role={tone === 'bad' ? 'alert' : undefined}
      className={classes(
        'grid grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 gap-y-1 rounded-2 p-3 text-body leading-text [word-break:auto-phrase]',
        TONE[tone].box,
        className,
      )}
    >
      <Icon aria-hidden="true" size={16} className={classes('mt-0.75', TONE[tone].icon)} />
      <div className="min-w-0 space-y-1">
        {title !== undefined && <strong className="block">{title}</strong>}
        {children}
        {reference !== undefined && <small className="block text-text-2">{reference}</small>}
        {actions !== undefined && <div className="flex flex-wrap gap-2 pt-1">{actions}</div>}
      </div>
    </div>
  )
}
