import { planFigures, rememberedSteps } from '#lib/funnel/plan'
import type { ChannelPlan, Scenario } from '#lib/funnel/scenario'
import { DEFAULT_STAGES } from '#lib/funnel/stages'
import { atMost, type Measure, quantile, reported } from './report'

const CHANNELS = 20
const ROUNDS = 200

function channel(i: number, rate: string): ChannelPlan {
  return {
    ...{ id: `channel-${i}`, share: '0.05', entry: 'visit', dealSize: 2_000_000 + i * 100_000 },
    rates: [rate, '0.25', '0.4', '0.25'],
    lags: ['0', '0.5', ['0.1', '0.2', '0.3', '0.25', '0.15'], '2.5'],
    unitCost: { stage: 'lead', yen: 9000 },
    fixedCostPerMonth: 300_000,
  }
}

/** 20 channels × 12 months; `firstRate` and `goal` are what a keystroke changes. */
function scenario(goal: number, firstRate: string): Scenario {
  return {
    ...{ revenueGoal: goal, existing: 120_000_000, salesSourced: 30_000_000, nextYearGrowth: '0.1', rounding: 'stage' },
    spread: { kind: 'weights', weights: ['6', '7', '9', '7', '7', '10', '7', '8', '9', '8', '9', '13'] },
    stages: DEFAULT_STAGES,
    channels: Array.from({ length: CHANNELS }, (_, i) => channel(i, i === 0 ? firstRate : '0.012')),
  }
}

/** The whole recalculation in lib, warm: when one channel's rate changes (the others are remembered), and when the KGI does. */
export function recalculation(): Measure[] {
  const steps = rememberedSteps()
  const oneChannel = timed((i) => planFigures(scenario(600_000_000, `0.0${100 + i}`), steps))
  const goal = timed((i) => planFigures(scenario(600_000_000 + i * 1000, '0.012'), steps))
  return [
    atMost('one channel changes, lib alone, p95', quantile(oneChannel, 0.95), 4, 'ms'),
    atMost('the KGI changes, lib alone, p95', quantile(goal, 0.95), 16, 'ms'),
    reported('one channel changes, lib alone, median', quantile(oneChannel, 0.5), 'ms'),
    reported('the KGI changes, lib alone, median', quantile(goal, 0.5), 'ms'),
  ]
}

function timed(run: (i: number) => unknown): number[] {
  for (let i = 0; i < 20; i++) run(1000 + i)
  return Array.from({ length: ROUNDS }, (_, i) => {
    const start = performance.now()
    run(i)
    return performance.now() - start
  })
}
