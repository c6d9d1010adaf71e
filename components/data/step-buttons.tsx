'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../ui/button'

type StepButtonsProps = {
  readonly onBack?: () => void
  readonly onNext: () => void
  /** Why one cannot go on; null: one can. */
  readonly obstacle?: ReactNode
  readonly pending?: boolean
  readonly next?: ReactNode
}

/** The way back and the way on, at the end of a step; when the way is closed, why. */
export function StepButtons({ onBack, onNext, obstacle = null, pending, next }: StepButtonsProps) {
  const t = useTranslations('data')
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {obstacle !== null && (
        <p id="obstacle" className="mr-auto leading-text text-small text-watch">
          {obstacle}
        </p>
      )}
      {onBack && <Button onClick={onBack}>{t('back')}</Button>}
      <Button
        variant="primary"
        pending={pending}
        disabled={obstacle !== null}
        aria-describedby={obstacle === null ? undefined : 'obstacle'}
        onClick={onNext}
      >
        {next ?? t('next')}
      </Button>
    </div>
  )
}
