'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatCount } from '#lib/format'
import { FLAGS } from '#lib/import/flag'
import type { Check } from '#lib/import/inspection'
import { Banner } from '../ui/banner'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { TextInput } from '../ui/input'
import { CountFigures } from './count-figures'
import { FaultTable } from './fault-table'
import type { ImportProps } from './import-props'
import { StepButtons } from './step-buttons'
import type { ImportSteps } from './use-import'

type Mode = 'all' | 'good'

/** What the file would come to: rows that come in, odd ones, faulty ones with their reasons; and what to do with those. */
export function StepCheck({ steps, own }: { readonly steps: ImportSteps; readonly own: ImportProps }) {
  const t = useTranslations('data.check')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const { check, mapping } = steps.state
  const [mode, setMode] = useState<Mode>('good')
  const [reason, setReason] = useState('')
  if (!check || !mapping) return null
  const count = (rows: number) => formatCount(rows, { locale })
  const isFaulty = check.faulty > 0
  const stops = isFaulty && mode === 'all'
  const obstacle = check.good === 0 ? t('none') : stops ? t('modeAllHint') : null
  return (
    <div className="grid gap-3">
      <Card title={t('title')}>
        <CountFigures
          figures={[
            { key: 'rows', label: t('rows'), count: check.rows },
            { key: 'good', label: t('good'), count: check.good, isStrong: true },
            { key: 'faulty', label: t('faulty'), count: check.faulty, isBad: isFaulty },
            { key: 'skipped', label: t('skipped'), count: check.skipped },
          ]}
        />
        <p className="mt-3 text-small text-text-3">{t('again')}</p>
      </Card>
      <Flags check={check} />
      {isFaulty && <FaultTable faults={check.faults} total={check.faulty} kind={mapping.kind} stages={own.stages} />}
      {isFaulty && check.good > 0 && (
        <Card title={t('mode')}>
          <div role="radiogroup" aria-label={t('mode')} className="grid gap-2">
            {(['good', 'all'] as const).map((each) => (
              <label key={each} className="flex cursor-pointer items-start gap-2">
                <input
                  type="radio"
                  name="mode"
                  checked={mode === each}
                  onChange={() => setMode(each)}
                  className="mt-0.75 accent-accent"
                />
                <span>
                  <span className="font-strong">{each === 'good' ? t('modeGood') : t('modeAll')}</span>
                  <span className="block leading-text text-small text-text-2">
                    {each === 'good'
                      ? t('modeGoodHint', { count: count(check.good), faulty: count(check.faulty) })
                      : t('modeAllHint')}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </Card>
      )}
      {mapping.kind === 'actuals' && (
        <Card>
          <Field label={t('closedReason')} hint={t('closedReasonHint')}>
            <TextInput value={reason} onChange={({ target }) => setReason(target.value)} maxLength={2000} />
          </Field>
        </Card>
      )}
      <StepButtons
        onBack={() => steps.go('values')}
        // Without a fault the whole file comes in at one stroke.
        onNext={() => steps.run(isFaulty ? 'good' : 'all', reason.trim() || null)}
        obstacle={obstacle}
        pending={steps.state.isBusy}
        next={t('run', { count: count(check.good) })}
      />
    </div>
  )
}

function Flags({ check }: { readonly check: Check }) {
  const t = useTranslations('data')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const flagged = FLAGS.filter((flag) => (check.flags[flag] ?? 0) > 0)
  if (flagged.length === 0) return null
  return (
    <Banner tone="watch" title={t('check.flags')}>
      <ul className="text-small">
        {flagged.map((flag) => (
          <li key={flag} className="flex gap-3">
            <span className="w-16 shrink-0 text-right">{formatCount(check.flags[flag] ?? 0, { locale })}</span>
            <span>{t(`flags.${flag}`)}</span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
