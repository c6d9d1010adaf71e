'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { UseLagInput } from '#lib/input/pipeline'
import type { Result } from '#lib/result'
import { Button } from '../ui/button'
import { TextLink } from '../ui/text-link'

export type UseLag = (input: UseLagInput) => Promise<Result<{ readonly version: number }>>

type UseCurveProps = {
  readonly input: UseLagInput
  readonly use: UseLag
  readonly planHref: string
  readonly name: string
}

/** Takes a measured lag over into a draft of the plan, and leads there. */
export function UseCurve({ input, use, planHref, name }: UseCurveProps) {
  const t = useTranslations('pipeline')
  const [answer, setAnswer] = useState<Result<{ readonly version: number }> | null>(null)
  const [pending, start] = useTransition()
  const click = () => start(async () => setAnswer(await use(input)))
  return (
    <div className="grid justify-items-end gap-1">
      {answer?.ok ? (
        <span role="status">
          {t('lag.used', { version: answer.value.version })} <TextLink href={planHref}>{t('toPlan')}</TextLink>
        </span>
      ) : (
        <Button size="small" pending={pending} onClick={click} aria-label={t('lag.useOf', { name })}>
          {t('lag.use')}
        </Button>
      )}
      {answer && !answer.ok && (
        <span role="alert" className="whitespace-normal text-bad">
          {answer.message}
        </span>
      )}
    </div>
  )
}
