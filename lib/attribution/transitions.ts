/** Where journeys begin and end, beside channels. */
export const START = 'start'
export const CONVERSION = 'conversion'
export const NO_CONVERSION = 'null'

/** How often journeys went from one state to the next; `value` is that of the conversions, 0 elsewhere. */
export type TransitionCount = {
  /** A channel, or START. */
  readonly from: string
  /** A channel, CONVERSION or NO_CONVERSION. */
  readonly to: string
  readonly count: number
  readonly value: number
}

/** The moves of journeys over channels, of order 1: all that Markov asks of them (DOMAIN §7). */
export class Transitions {
  readonly channelIds: readonly string[]
  /** By rows: from each channel, and from the start in the last row, to each channel. */
  readonly moves: Float64Array
  /** Of each channel: journeys that ended there in a conversion, those that ended in none, and what the former were worth. */
  readonly conversions: Float64Array
  readonly nulls: Float64Array
  readonly values: Float64Array
  readonly #indexes: ReadonlyMap<string, number>

  /** @param channelIds in the order in which equal remainders are given */
  constructor(channelIds: readonly string[]) {
    const n = channelIds.length
    this.channelIds = channelIds
    this.moves = new Float64Array((n + 1) * n)
    this.conversions = new Float64Array(n)
    this.nulls = new Float64Array(n)
    this.values = new Float64Array(n)
    this.#indexes = new Map(channelIds.map((channelId, index) => [channelId, index]))
  }

  /** Place of a channel. RangeError when it is none of those named at the beginning. */
  indexOf(channelId: string): number {
    const index = this.#indexes.get(channelId)
    if (index === undefined) throw new RangeError(`not one of the channels: ${channelId}`)
    return index
  }

  /**
   * Journeys along the same channels, given by their places `path[from … to)`: how many converted, what all of these
   * were worth together, and how many did not. A journey without any channel says nothing of channels.
   */
  addPath(path: ArrayLike<number>, from: number, to: number, conversions: number, value: number, nulls: number): void {
    const n = this.channelIds.length
    const { moves } = this
    let last = n
    for (let i = from; i < to; i++) {
      const channel = path[i] ?? 0
      const move = last * n + channel
      moves[move] = (moves[move] ?? 0) + conversions + nulls
      last = channel
    }
    if (last < n) this.#end(last, conversions, value, nulls)
  }

  /** Moves counted elsewhere. Those from START to an end are of journeys without any channel, and left out. */
  addCounts(counts: Iterable<TransitionCount>): void {
    const n = this.channelIds.length
    for (const { from, to, count, value } of counts) {
      const isEnd = to === CONVERSION || to === NO_CONVERSION
      if (isEnd && from === START) continue
      const row = from === START ? n : this.indexOf(from)
      if (to === CONVERSION) this.#end(row, count, value, 0)
      else if (isEnd) this.#end(row, 0, 0, count)
      else this.moves[row * n + this.indexOf(to)] = (this.moves[row * n + this.indexOf(to)] ?? 0) + count
    }
  }

  #end(channel: number, conversions: number, value: number, nulls: number): void {
    this.conversions[channel] = (this.conversions[channel] ?? 0) + conversions
    this.values[channel] = (this.values[channel] ?? 0) + value
    this.nulls[channel] = (this.nulls[channel] ?? 0) + nulls
  }
}
