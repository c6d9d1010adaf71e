import { useTranslations } from 'next-intl'
import type { Headline } from '#lib/forecast/headline'
import type { Comparison } from '#lib/plan-vs-actual/compared'
import { type FigureStyle, figureText, figureWithUnit } from '../plan-vs-actual/figure-text'
import { classes } from '../ui/classes'

type LandingTrackProps = { readonly headline: Headline; readonly year: Comparison; readonly style: FigureStyle }

/** Actual solid and forecast hatched on the way to the KGI; last year and the KGI are ticks. Starts at 0. */
export function LandingTrack({ headline, year, style }: LandingTrackProps) {
  const t = useTranslations('overview')
  const { goal } = headline
  const landing = headline.observed.total
  const actual = Math.max(0, year.actual ?? 0)
  const total = Math.max(actual, landing)
  const lastYear = year.lastYearPartial ? null : year.lastYear
  const end = Math.max(total, goal ?? 0, lastYear ?? 0) * 1.05
  if (end <= 0) return null
  const percent = (amount: number) => `${Math.min(100, Math.max(0, (amount / end) * 100))}%`
  const words = {
    goal: figureWithUnit('revenue', goal, style),
    landing: figureWithUnit('revenue', landing, style),
    actual: figureWithUnit('revenue', year.actual, style),
  }
  const isApart = lastYear !== null && Math.abs(lastYear - (goal ?? 0)) > end * 0.16 && lastYear > end * 0.2
  return (
    <div role="img" aria-label={t('hero.track', words)} className="pt-2.5">
      <div className="relative h-4 overflow-visible rounded-1 bg-surface-3">
        <span
          className="hatch-series absolute inset-y-0 left-0 rounded-1 border border-series-forecast"
          style={{ width: percent(total) }}
        />
        <span className="absolute inset-y-0 left-0 rounded-l-1 bg-series-actual" style={{ width: percent(actual) }} />
        {lastYear !== null && <Tick at={percent(lastYear)} className="bg-series-last" />}
        {goal !== null && <Tick at={percent(goal)} className="bg-text" />}
      </div>
      <div aria-hidden="true" className="relative mt-1 h-4.5 text-micro text-text-3">
        <span>{t('hero.trackActual', { value: figureText('revenue', year.actual, style) })}</span>
        {isApart && (
          <Label at={lastYear / end} className="max-tablet:hidden">
            {t('hero.trackLastYear', { value: figureText('revenue', lastYear, style) })}
          </Label>
        )}
        {goal !== null && (
          <Label at={goal / end} className="font-strong text-text">
            {t('hero.trackGoal', { value: figureText('revenue', goal, style) })}
          </Label>
        )}
      </div>
    </div>
  )
}

function Tick({ at, className }: { readonly at: string; readonly className: string }) {
  return (
    <span
      className={classes('absolute -inset-y-0.75 w-0.5 -translate-x-1/2 ring-[1.5px] ring-surface', className)}
      style={{ left: at }}
    />
  )
}

type LabelProps = { readonly at: number; readonly className?: string; readonly children: string }

/** Centred under its tick, but for one near the right end, which would leave the card. */
function Label({ at, className, children }: LabelProps) {
  const isNearEnd = at > 0.85
  return (
    <span
      className={classes('absolute whitespace-nowrap', !isNearEnd && '-translate-x-1/2', className)}
      style={isNearEnd ? { right: 0 } : { left: `${at * 100}%` }}
    >
      {children}
    </span>
  )
}
