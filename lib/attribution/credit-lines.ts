/** The line of deals without any touch: 接点なし. */
export const NO_TOUCH = -1

/** A channel, or one of its campaigns, as a place among numbers: journeys of millions of touches hold no text. */
export class CreditLines {
  readonly channelIds: string[] = []
  readonly campaignIds: (string | null)[] = []
  /** The channel of each line. */
  readonly channels: number[] = []
  readonly #channels = new Map<string, number>()
  readonly #lines: Map<string | null, number>[] = []

  channel(channelId: string): number {
    const known = this.#channels.get(channelId)
    if (known !== undefined) return known
    const channel = this.channelIds.push(channelId) - 1
    this.#channels.set(channelId, channel)
    this.#lines.push(new Map())
    return channel
  }

  line(channelId: string, campaignId: string | null): number {
    const channel = this.channel(channelId)
    const lines = this.#lines[channel]
    const known = lines?.get(campaignId)
    if (known !== undefined) return known
    const line = this.channels.push(channel) - 1
    this.campaignIds.push(campaignId)
    lines?.set(campaignId, line)
    return line
  }

  /** Channel and campaign of a line; both null: 接点なし. */
  namesOf(line: number): { channelId: string | null; campaignId: string | null } {
    const channel = this.channels[line] ?? NO_TOUCH
    return { channelId: this.channelIds[channel] ?? null, campaignId: this.campaignIds[line] ?? null }
  }
}
