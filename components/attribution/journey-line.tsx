import { useTranslations } from 'next-intl'
import type { DealJourney, NamedTouch } from '#lib/attribution/credited-deal'
import { shortDayText } from '#lib/attribution/day-text'
import type { TouchCredit } from '#lib/attribution/deal-credits'
import { channelBar } from '../kpi/channel-dot'
import { classes } from '../ui/classes'
import { type AttributionFrame, channelOf } from './attribution-props'
import { type Placed, placed } from './timeline'

type JourneyLineProps = {
  readonly frame: AttributionFrame
  readonly credits: readonly (Omit<TouchCredit, 'touch'> & { readonly touch: NamedTouch })[]
  readonly deal: DealJourney
}

/** The touches of a deal on a line of time, milestones named and numbered as in the table below, the close at its end. */
export function JourneyLine({ frame, credits, deal }: JourneyLineProps) {
  const t = useTranslations('attribution')
  const end = deal.state === 'won' ? deal.journey.closedDay : deal.journey.createdDay
  const points = [
    ...credits.map(({ touch, milestones }) => ({ day: touch.day, isNamed: milestones.length > 0 })),
    { day: end ?? deal.journey.createdDay, isNamed: true },
  ]
  const places = placed(points)
  const last = places.at(-1)
  return (
    <div aria-hidden="true">
      <div className="relative mx-12 h-24 max-tablet:mx-6">
        <span className="absolute inset-x-0 top-14 border-t border-border-control" />
        {credits.map(({ touch, milestones }, i) => (
          <Mark
            key={`${touch.at} ${i + 1}`}
            place={places[i]}
            day={touch.day}
            title={`${touch.channel} ${touch.campaign ?? ''}`}
            name={milestones.map((milestone) => t(`milestones.${milestone}`)).join(t('separator'))}
          >
            <span
              className={classes(
                'grid place-items-center rounded-full border-2 border-surface text-micro font-strong text-surface',
                milestones.length > 0 ? 'size-5' : 'size-3.5',
                channelBar(channelOf(frame, touch.channelId)?.colour ?? 0),
              )}
            >
              {milestones.length > 0 ? i + 1 : ''}
            </span>
          </Mark>
        ))}
        <Mark place={last} day={end ?? deal.journey.createdDay} name={t(`journey.ends.${deal.state}`)} title="">
          <span className="block size-4 rounded-1 border-2 border-surface bg-text" />
        </Mark>
      </div>
    </div>
  )
}

type MarkProps = {
  readonly place: Placed | undefined
  readonly day: number
  readonly name: string
  readonly title: string
  readonly children: React.ReactNode
}

function Mark({ place, day, name, title, children }: MarkProps) {
  if (place === undefined) return null
  return (
    <span className="absolute top-0 h-full w-0" style={{ left: `${place.at}%` }} title={title}>
      {name !== '' && (
        <b
          className={classes(
            'absolute text-small whitespace-nowrap max-tablet:hidden',
            place.level === 0 ? 'top-5' : 'top-0',
            alignment(place.at),
          )}
        >
          {name}
        </b>
      )}
      <span className="absolute top-14 left-0 -translate-1/2">{children}</span>
      {place.isDated && (
        <span
          className={classes(
            'absolute top-18 left-0 -translate-x-1/2 text-micro whitespace-nowrap text-text-3',
            !place.isDatedOnPhone && 'max-tablet:hidden',
          )}
        >
          {shortDayText(day)}
        </span>
      )}
    </span>
  )
}

/** Names at the ends stay within the line. */
function alignment(at: number): string {
  if (at < 4) return '-left-2.5'
  return at > 96 ? '-right-2.5' : 'left-0 -translate-x-1/2'
}
