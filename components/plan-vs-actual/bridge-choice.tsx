'use client'

import { useTranslations } from 'next-intl'
import { Select } from '../ui/select'
import type { Explained } from './bridge-scopes'

type BridgeChoiceProps = {
  readonly scopes: readonly Explained[]
  readonly chosen: string
  /** Null: the first, which is not named in the URL. */
  readonly onChoose: (key: string | null) => void
}

/** Whether the bridge explains all revenue, marketing's, or a channel's. */
export function BridgeChoice({ scopes, chosen, onChoose }: BridgeChoiceProps) {
  const t = useTranslations('plan-vs-actual')
  return (
    <Select
      small
      aria-label={t('bridge.choice')}
      value={chosen}
      onChange={(event) => onChoose(event.target.value === scopes[0]?.key ? null : event.target.value)}
    >
      {scopes.map(({ key, title }) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </Select>
  )
}
