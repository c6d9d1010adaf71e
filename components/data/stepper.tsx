'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classes } from '../ui/classes'
import { STEPS, type Step } from './import-props'

/** The steps of an import in a row: done, here, to come. On a phone only the present one has its word. */
export function Stepper({ step }: { readonly step: Step }) {
  const t = useTranslations('data.steps')
  const here = STEPS.indexOf(step)
  return (
    <ol aria-label={t('label')} className="flex flex-wrap items-center gap-x-1.5 gap-y-2">
      {STEPS.map((each, i) => (
        <li
          key={each}
          aria-current={each === step ? 'step' : undefined}
          className={classes(
            'flex items-center gap-1.5 text-small whitespace-nowrap',
            each === step ? 'font-strong text-accent' : i < here ? 'text-text-2' : 'text-text-3',
          )}
        >
          <span
            aria-hidden="true"
            className={classes(
              'grid size-5 shrink-0 place-items-center rounded-full border text-micro',
              each === step && 'border-accent bg-accent text-on-accent',
              i < here && 'border-accent-line bg-accent-soft text-accent',
              i > here && 'border-border-strong bg-surface text-text-3',
            )}
          >
            {i < here ? <Check size={11} strokeWidth={2.5} /> : i + 1}
          </span>
          <span className={each === step ? '' : 'max-tablet:sr-only'}>{t(each)}</span>
          {i < STEPS.length - 1 && <span aria-hidden="true" className="h-px w-4 bg-border-strong max-tablet:w-2" />}
        </li>
      ))}
    </ol>
  )
}
