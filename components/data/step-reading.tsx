'use client'

import { useTranslations } from 'next-intl'
import type { Delimiter } from '#lib/import/dialect'
import { ENCODINGS } from '#lib/import/encoding'
import type { Inspection } from '#lib/import/inspection'
import type { FileReading } from '#lib/import/mapping'
import { Banner } from '../ui/banner'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { FilePreview } from './file-preview'
import { KINDS } from './import-props'
import { StepButtons } from './step-buttons'
import type { ImportSteps } from './use-import'

const DELIMITER_WORDS = [
  [',', 'comma'],
  ['\t', 'tab'],
  [';', 'semicolon'],
  ['|', 'pipe'],
] as const satisfies readonly (readonly [Delimiter, string])[]

/** What the file holds and how its text is read, beside the file's own beginning. */
export function StepReading({ steps }: { readonly steps: ImportSteps }) {
  const t = useTranslations('data.reading')
  const kinds = useTranslations('data')
  const { inspection, mapping, isBusy } = steps.state
  if (!inspection || !mapping) return null
  return (
    <div className="grid gap-3">
      <Card title={t('kind')}>
        <div role="radiogroup" aria-label={t('kind')} className="grid gap-2 min-[600px]:grid-cols-2 laptop:grid-cols-5">
          {KINDS.map((kind) => (
            <label
              key={kind}
              className="flex cursor-pointer items-start gap-2 rounded-2 border border-border-control p-2.5 has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
            >
              <input
                type="radio"
                name="kind"
                checked={mapping.kind === kind}
                onChange={() => steps.lookAgain(kind, inspection.reading)}
                className="mt-0.75 accent-accent"
              />
              <span className="min-w-0">
                <span className="block font-strong">{kinds(`kinds.${kind}`)}</span>
                <span className="block text-small text-text-2 [word-break:auto-phrase]">
                  {kinds(`kindHints.${kind}`)}
                </span>
              </span>
            </label>
          ))}
        </div>
      </Card>
      <Card title={t('how')}>
        <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
          <Readings inspection={inspection} onChange={(reading) => steps.lookAgain(mapping.kind, reading)} />
        </div>
      </Card>
      {!inspection.isSound && <Banner tone="watch">{t('unsound')}</Banner>}
      {inspection.rows.length === 0 && <Banner tone="watch">{t('only')}</Banner>}
      <FilePreview inspection={inspection} />
      <StepButtons onBack={steps.startOver} onNext={() => steps.go('columns')} pending={isBusy} />
    </div>
  )
}

type ReadingsProps = {
  readonly inspection: Inspection
  readonly onChange: (reading: Partial<FileReading>) => void
}

/** A change of encoding or separator lets the row of the headers be found anew. */
function Readings({ inspection, onChange }: ReadingsProps) {
  const t = useTranslations('data.reading')
  const { reading, sheets, top } = inspection
  const { headerRow, ...text } = reading
  return (
    <>
      {sheets.length > 0 ? (
        <Field label={t('sheet')}>
          <Select value={reading.sheet ?? ''} onChange={({ target }) => onChange({ sheet: target.value })}>
            {sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </Select>
        </Field>
      ) : (
        <>
          <Field label={t('encoding')}>
            <Select
              value={reading.encoding}
              onChange={({ target }) => {
                const encoding = ENCODINGS.find((each) => each === target.value)
                if (encoding) onChange({ ...text, encoding })
              }}
            >
              {ENCODINGS.map((encoding) => (
                <option key={encoding} value={encoding}>
                  {t(`encodings.${encoding}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('delimiter')}>
            <Select
              value={DELIMITER_WORDS.find(([delimiter]) => delimiter === reading.delimiter)?.[1]}
              onChange={({ target }) => {
                const chosen = DELIMITER_WORDS.find(([, word]) => word === target.value)
                if (chosen) onChange({ ...text, delimiter: chosen[0] })
              }}
            >
              {DELIMITER_WORDS.map(([, word]) => (
                <option key={word} value={word}>
                  {t(`delimiters.${word}`)}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <Field label={t('headerRow')}>
        <Select value={headerRow} onChange={({ target }) => onChange({ ...reading, headerRow: Number(target.value) })}>
          {top.map((row, i) => (
            <option key={i} value={i}>
              {t('headerRowOf', { row: i + 1 })} {row.filter(Boolean).slice(0, 3).join('・').slice(0, 24)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
