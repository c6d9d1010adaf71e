import type { BridgeScope } from '#lib/plan-vs-actual/bridge'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { lineRows, partsOf } from '#lib/plan-vs-actual/sections'
import { partName, type Words } from './names'

/** What a bridge explains: the KGI, marketing's part of it, or one channel. */
export type Explained = {
  /** In the URL: 'kgi', 'marketing' or a channel's id. */
  readonly key: string
  readonly title: string
  readonly channelId: string | null
  readonly scope: BridgeScope
}

/** The choices of a ledger: marketing by itself only where there is more than marketing. */
export function bridgeScopes(ledger: Ledger, t: Words): Explained[] {
  const others = lineRows(ledger, 'existing').length + lineRows(ledger, 'salesSourced').length
  const channels = partsOf(lineRows(ledger, 'marketing'), ledger).flatMap((part): Explained[] =>
    part.channelId === null
      ? []
      : [{ key: part.channelId, title: partName(part, ledger, t), channelId: part.channelId, scope: 'marketing' }],
  )
  const marketing: Explained = { key: 'marketing', title: t('bridge.marketing'), channelId: null, scope: 'marketing' }
  const kgi: Explained = { key: 'kgi', title: t('bridge.kgi'), channelId: null, scope: 'kgi' }
  return [...(others > 0 ? [kgi] : []), marketing, ...channels]
}
