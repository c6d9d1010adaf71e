/** The line of deals without any touch: 接点なし. */
export const NO_TOUCH = -1

/** Names as numbers, so that journeys of millions of touches hold no text: teams, channels, and a channel's campaigns. */
export class CreditLines {
  readonly teamIds: string[] = []
  readonly channelIds: string[] = []
  /** Of each line, a channel or one of its campaigns. */
  readonly campaignIds: (string | null)[] = []
  readonly channels: number[] = []
  readonly #teams = new Map<string, number>()
  readonly #channels = new Map<string, number>()
  readonly #lines: Map<string | null, number>[] = []

  team(teamId: string): number {
    const known = this.#teams.get(teamId)
    if (known !== undefined) return known
    const team = this.teamIds.push(teamId) - 1
    this.#teams.set(teamId, team)
    return team
  }

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
