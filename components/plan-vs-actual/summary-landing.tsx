import type { Headline, LandingFigure } from '#lib/forecast/headline'
import { formatRatio } from '#lib/format'
import { Figure } from '../kpi/figure'
import { VerdictMark } from '../kpi/verdict-mark'
import { figureText } from './figure-text'
import { OpportunityCell } from './opportunity-cell'
import type { SummaryProps } from './summary'
import { moneyLabel, Partial, SummaryCell } from './summary-cell'

const LAST = 11
const CASES = ['observed', 'plan', 'observedPace'] as const

type LandingsProps = SummaryProps & { readonly headline: Headline }

/** Where the year lands: with observed rates, with the plan's, with entries at the last months' pace, by opportunities. */
export function Landings(props: LandingsProps) {
  const { summary, headline } = props
  // Before the first actual nothing was observed, after the last nothing is expected: the three would be one.
  const isOver = summary.actualsThrough >= LAST
  const cases = isOver ? (['observed'] as const) : summary.actualsThrough < 0 ? (['plan'] as const) : CASES
  const { opportunities } = headline
  return (
    <>
      {cases.map((key) => (
        <LandingCell key={key} {...props} name={key} figure={headline[key]} />
      ))}
      {opportunities && !isOver && <OpportunityCell {...props} figure={opportunities} />}
    </>
  )
}

type LandingCellProps = LandingsProps & { readonly name: (typeof CASES)[number]; readonly figure: LandingFigure }

function LandingCell({ name, figure, headline, summary, style, t }: LandingCellProps) {
  const isOver = summary.actualsThrough >= LAST
  const { total, attainment, verdict } = figure
  const guard = headline.insufficient === headline.rates ? 'summary.insufficient' : 'summary.partlyInsufficient'
  return (
    <SummaryCell
      label={t(`summary.landing.${isOver ? 'final' : name}`)}
      note={
        <>
          <span>{t('summary.kgi', { value: figureText('revenue', headline.goal, style) })}</span>
          {attainment !== null && (
            <VerdictMark verdict={verdict} label={verdict === null ? undefined : t(`verdicts.${verdict}`)}>
              {formatRatio(attainment, style)}
            </VerdictMark>
          )}
          {!isOver && name === 'observed' && headline.insufficient > 0 && (
            <span className="text-text-3">{t(guard)}</span>
          )}
        </>
      }
    >
      <Figure value={figureText('revenue', total, style)} unit={moneyLabel(style)} />
      {headline.estimated > 0 && <Partial meaning={t('summary.estimated')} />}
    </SummaryCell>
  )
}
