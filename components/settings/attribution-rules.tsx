'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { MODELS } from '#lib/attribution/models'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { NumberInput } from '../ui/input'
import { Select } from '../ui/select'
import { type Fault, type RulesForm, readRules, WEIGHT_PLACES, weightSum } from './attribution-form'
import type { SaveRules } from './attribution-props'

type AttributionRulesProps = {
  readonly form: RulesForm
  /** What the measured half-life is, and of how many deals, as they are written. */
  readonly measured: { readonly days: string; readonly deals: string } | null
  /** Null: only reading. */
  readonly save: SaveRules
}

/** How the organisation credits its deals. What a change does is said before it is made. */
export function AttributionRules({ form: saved, measured, save }: AttributionRulesProps) {
  const t = useTranslations('attribution-settings')
  const models = useTranslations('attribution.models')
  const [form, setForm] = useState(saved)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [asking, ask] = useState(false)
  const [said, say] = useState('')
  const [error, setError] = useState<string>()
  const [pending, start] = useTransition()
  const change = (part: Partial<RulesForm>) => setForm({ ...form, ...part })
  const isReadOnly = save === null
  const sum = weightSum(form)

  function check() {
    const read = readRules(form)
    setFaults('faults' in read ? read.faults : [])
    say('')
    if ('input' in read) ask(true)
  }

  function write() {
    const read = readRules(form)
    if (!save || !('input' in read)) return
    start(async () => {
      const result = await save(read.input)
      ask(false)
      setError(result.ok ? undefined : result.message)
      if (result.ok) say(t('saved'))
    })
  }

  const fault = (of: Fault) => (faults.includes(of) ? t(`faults.${of}`) : undefined)
  return (
    <Card title={t('rules')} hint={t('rulesHint')}>
      <div className="grid max-w-150 gap-4">
        <Field label={t('defaultModel')} hint={t('defaultModelHint')} layout="row">
          <Select
            value={form.defaultModel}
            disabled={isReadOnly}
            onChange={({ target }) =>
              change({ defaultModel: MODELS.find((model) => model === target.value) ?? form.defaultModel })
            }
          >
            {MODELS.map((model) => (
              <option key={model} value={model}>
                {models(model)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('lookback')} hint={t('lookbackHint')} layout="row" error={fault('days')}>
          <NumberInput
            value={form.lookbackDays}
            unit={t('dayUnit')}
            boxClassName="w-32"
            readOnly={isReadOnly}
            onChange={({ target }) => change({ lookbackDays: target.value })}
          />
        </Field>
        <Field label={t('level')} hint={t('levelHint')} layout="row">
          <Select
            value={form.level}
            disabled={isReadOnly}
            onChange={({ target }) => change({ level: target.value === 'person' ? 'person' : 'account' })}
          >
            <option value="account">{t('levels.account')}</option>
            <option value="person">{t('levels.person')}</option>
          </Select>
        </Field>
        <Field label={t('halfLife')} layout="row" hint={measured ? t('measuredOf', measured) : t('notMeasured')}>
          <Select
            value={form.isMeasured ? 'measured' : 'chosen'}
            disabled={isReadOnly}
            onChange={({ target }) => change({ isMeasured: target.value === 'measured' })}
          >
            <option value="measured">{t('measured')}</option>
            <option value="chosen">{t('chosen')}</option>
          </Select>
        </Field>
        {!form.isMeasured && (
          <Field label={t('halfLifeDays')} layout="row" error={fault('days')}>
            <NumberInput
              value={form.halfLifeDays}
              unit={t('dayUnit')}
              boxClassName="w-32"
              readOnly={isReadOnly}
              onChange={({ target }) => change({ halfLifeDays: target.value })}
            />
          </Field>
        )}
        <fieldset className="grid gap-2 border-t pt-3">
          <legend className="float-left w-full pt-3 font-strong">{t('custom')}</legend>
          <div className="flex flex-wrap gap-3">
            {WEIGHT_PLACES.map((place) => (
              <Field key={place} label={t(`places.${place}`)}>
                <NumberInput
                  value={form.custom[place]}
                  unit="%"
                  boxClassName="w-24"
                  readOnly={isReadOnly}
                  onChange={({ target }) => change({ custom: { ...form.custom, [place]: target.value } })}
                />
              </Field>
            ))}
          </div>
          <p role={sum === 10_000 ? undefined : 'alert'} className={sum === 10_000 ? 'text-text-2' : 'text-bad'}>
            {sum === null ? t('sumUnreadable') : t(sum === 10_000 ? 'sum' : 'sumWrong', { sum: String(sum / 100) })}
          </p>
        </fieldset>
        <Field
          label={t('margin')}
          hint={t('marginHint')}
          layout="row"
          error={fault('margin')}
          className="border-t pt-3"
        >
          <NumberInput
            value={form.grossMargin}
            unit="%"
            boxClassName="w-32"
            readOnly={isReadOnly}
            onChange={({ target }) => change({ grossMargin: target.value })}
          />
        </Field>
        {!isReadOnly && (
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" onClick={check}>
              {t('save')}
            </Button>
            <span role="status" className="text-small text-good">
              {said}
            </span>
            {error && (
              <span role="alert" className="text-small text-bad">
                {error}
              </span>
            )}
          </div>
        )}
      </div>
      <Dialog
        open={asking}
        onOpenChange={ask}
        title={t('ask.title')}
        description={t('ask.body')}
        actions={
          <>
            <Button onClick={() => ask(false)}>{t('ask.cancel')}</Button>
            <Button variant="primary" pending={pending} onClick={write}>
              {t('ask.save')}
            </Button>
          </>
        }
      />
    </Card>
  )
}
