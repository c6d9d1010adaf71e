'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ImportMapping } from '#lib/import/mapping'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { TextInput } from '../ui/input'
import { Select } from '../ui/select'
import type { ImportProps } from './import-props'
import type { ImportSteps } from './use-import'

const TAXES = [0, 10, 8] as const

/** What holds for the whole file: team, words that mean blank, tax, and what 0 means. */
export function ReadingRules({ steps, own }: { readonly steps: ImportSteps; readonly own: ImportProps }) {
  const t = useTranslations('data.columns')
  const { mapping } = steps.state
  const [words, setWords] = useState(mapping?.missing.join(t('comma')) ?? '')
  if (!mapping) return null
  const set = (changes: Partial<ImportMapping>) => steps.change({ mapping: { ...mapping, ...changes } })
  const { kind, fallback } = mapping
  const hasMoney = kind === 'opportunities' || kind === 'costs' || kind === 'actuals'
  return (
    <Card title={t('rules')}>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        {kind !== 'touches' && own.own.team.length > 1 && (
          <Field label={t('team')} hint={t('teamHint')}>
            <Select
              value={fallback.teamId}
              onChange={({ target }) => set({ fallback: { ...fallback, teamId: target.value } })}
            >
              {own.own.team.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {hasMoney && (
          <Field label={t('tax')}>
            <Select value={mapping.taxPercent} onChange={({ target }) => set({ taxPercent: Number(target.value) })}>
              {TAXES.map((percent) => (
                <option key={percent} value={percent}>
                  {percent === 0 ? t('taxExcluded') : t('taxIncluded', { percent })}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {kind === 'opportunities' && (
          <Field label={t('zero')}>
            <Select
              value={mapping.zeroIsMissing ? 'missing' : 'kept'}
              onChange={({ target }) => set({ zeroIsMissing: target.value === 'missing' })}
            >
              <option value="kept">{t('zeroKept')}</option>
              <option value="missing">{t('zeroMissing')}</option>
            </Select>
          </Field>
        )}
        <Field label={t('missing')} hint={t('missingHint')} className="min-w-60 flex-1">
          <TextInput
            value={words}
            onChange={({ target }) => {
              setWords(target.value)
              const missing = target.value.split(/[、,]/).map((word) => word.trim().slice(0, 40))
              set({ missing: missing.filter(Boolean).slice(0, 50) })
            }}
          />
        </Field>
      </div>
    </Card>
  )
}
