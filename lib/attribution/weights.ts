import type { CreditLines } from './credit-lines'
import { roomFor } from './growing'
import { MILESTONE_MODELS, type MilestoneWeights, type TouchModel } from './models'
import type { Path } from './path'
import type { AttributionRules } from './rules'

/** Powers of two are irrational: weights of time decay are counted in 2^−50 of the last touch's. */
const LAST_TOUCH = 2 ** 50
/** Shapley's common multiple of the channels' touches; beyond it a weight is rounded to so many parts of a channel's. */
const MOST_MULTIPLE = 2 ** 40

/** What each touch of a path weighs in each model: whole numbers, so that credits can be exact. */
export class Weights {
  /** Those of the last path and model weighed; as many as the path has touches count. */
  each = new Float64Array(64)
  readonly #direct: ReadonlySet<number>
  readonly #decay: Float64Array
  readonly #milestones = new Map<string, MilestoneWeights>()
  #perChannel = new Int32Array(64)

  constructor(rules: AttributionRules, lines: CreditLines) {
    this.#direct = new Set(rules.direct.map((channelId) => lines.channel(channelId)))
    this.#decay = Float64Array.from({ length: rules.lookbackDays + 1 }, (_, age) =>
      Math.round(LAST_TOUCH * 2 ** (-age / rules.halfLifeDays)),
    )
    for (const [model, parts] of Object.entries({ ...MILESTONE_MODELS, custom: rules.custom })) {
      this.#milestones.set(model, leastParts(parts))
    }
  }

  /** The place in the path of the one touch that gets all; −1: the model shares. */
  sole(model: TouchModel, path: Path): number {
    if (model === 'first') return 0
    if (model === 'last') return path.size - 1
    return model === 'lastNonDirect' ? this.#lastNonDirect(path) : -1
  }

  /** Fills `each` and returns its sum. The path has at least one touch. */
  weigh(model: TouchModel, path: Path): number {
    this.each = roomFor(this.each, path.size)
    const milestones = this.#milestones.get(model)
    if (milestones) return this.#weighMilestones(milestones, path)
    if (model === 'timeDecay') return this.#weighAges(path)
    if (model === 'shapley') return this.#weighChannels(path)
    const sole = this.sole(model, path)
    this.each.fill(sole < 0 ? 1 : 0, 0, path.size)
    if (sole >= 0) this.each[sole] = 1
    return sole < 0 ? path.size : 1
  }

  #lastNonDirect(path: Path): number {
    let i = path.size - 1
    while (i >= 0 && this.#direct.has(path.channels[i] ?? 0)) i--
    return i < 0 ? path.size - 1 : i
  }

  /** Parts are multiplied by the number of other touches, so that their share of the middle stays whole. */
  #weighMilestones(parts: MilestoneWeights, path: Path): number {
    const { each } = this
    const { size } = path
    const middle = parts.middle ?? 0
    each.fill(0, 0, size)
    this.#hold(0, parts.first)
    this.#hold(path.leadCreation, parts.leadCreation)
    this.#hold(path.opportunityCreation, parts.opportunityCreation)
    this.#hold(size - 1, parts.last)
    let others = 0
    for (let i = 0; i < size; i++) if (each[i] === 0) others++
    let sum = 0
    for (let i = 0; i < size; i++) {
      const held = each[i] ?? 0
      const weight = held === 0 ? middle : held * Math.max(1, others)
      each[i] = weight
      sum += weight
    }
    if (sum > 0) return sum
    each.fill(1, 0, size)
    return size
  }

  #hold(place: number, part = 0): void {
    if (place >= 0) this.each[place] = (this.each[place] ?? 0) + part
  }

  #weighAges(path: Path): number {
    const lastDay = path.days[path.size - 1] ?? 0
    let sum = 0
    for (let i = 0; i < path.size; i++) {
      const weight = this.#decay[lastDay - (path.days[i] ?? 0)] ?? 0
      this.each[i] = weight
      sum += weight
    }
    return sum
  }

  /** Each distinct channel the same, its part evenly over its touches (DOMAIN §7, Shapley of a single journey). */
  #weighChannels(path: Path): number {
    const { channels, size } = path
    for (let i = 0; i < size; i++) {
      const channel = channels[i] ?? 0
      if (channel >= this.#perChannel.length) this.#perChannel = roomFor(this.#perChannel, channel + 1)
      this.#perChannel[channel] = (this.#perChannel[channel] ?? 0) + 1
    }
    let multiple = 1
    for (let i = 0; i < size && multiple < MOST_MULTIPLE; i++) {
      multiple = leastCommonMultiple(multiple, this.#perChannel[channels[i] ?? 0] ?? 1)
    }
    let sum = 0
    for (let i = 0; i < size; i++) {
      const weight = Math.round(Math.min(multiple, MOST_MULTIPLE) / (this.#perChannel[channels[i] ?? 0] ?? 1))
      this.each[i] = weight
      sum += weight
    }
    for (let i = 0; i < size; i++) this.#perChannel[channels[i] ?? 0] = 0
    return sum
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  let [high, low] = [a, b]
  while (low > 0) [high, low] = [low, high % low]
  return high
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b
}

/** The same proportions in the smallest whole numbers: 40-20-40 is 2-1-2. */
function leastParts(parts: MilestoneWeights): MilestoneWeights {
  const divisor = Object.values(parts).reduce(greatestCommonDivisor, 0)
  return divisor > 0 ? Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part / divisor])) : parts
}
