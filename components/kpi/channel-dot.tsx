import { classes } from '../ui/classes'

const COLOUR: Readonly<Record<number, string>> = {
  1: 'bg-ch-1',
  2: 'bg-ch-2',
  3: 'bg-ch-3',
  4: 'bg-ch-4',
  5: 'bg-ch-5',
  6: 'bg-ch-6',
}

/** Class of a channel's colour as a filled bar: 1 … 6 in token order, everything else the shared grey. */
export function channelBar(colour: number): string {
  return COLOUR[colour] ?? 'bg-ch-none'
}

/** The colour of a channel beside its name: 1 … 6 in token order, everything else the shared grey. */
export function ChannelDot({ colour, className }: { readonly colour: number; readonly className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classes('inline-block size-2.25 shrink-0 rounded-[2px]', channelBar(colour), className)}
    />
  )
}

/** A channel's colour and name, on one line. */
export function ChannelName({ colour, children }: { readonly colour: number; readonly children: React.ReactNode }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <ChannelDot colour={colour} />
      <span className="truncate">{children}</span>
    </span>
  )
}
