'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'

type ChannelOrderProps = {
  readonly name: string
  /** Null at the end of the list. */
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onRemove: () => void
}

/** Moves a channel in the list, or takes it out of the plan. */
export function ChannelOrder({ name, onUp, onDown, onRemove }: ChannelOrderProps) {
  const t = useTranslations('plan')
  return (
    <span className="flex gap-0.5">
      <Button
        size="small"
        variant="text"
        disabled={onUp === null}
        onClick={onUp ?? undefined}
        aria-label={t('moveUp', { channel: name })}
        icon={<ArrowUp aria-hidden="true" size={14} />}
      />
      <Button
        size="small"
        variant="text"
        disabled={onDown === null}
        onClick={onDown ?? undefined}
        aria-label={t('moveDown', { channel: name })}
        icon={<ArrowDown aria-hidden="true" size={14} />}
      />
      <Button
        size="small"
        variant="text"
        onClick={onRemove}
        aria-label={t('removeChannel', { channel: name })}
        icon={<X aria-hidden="true" size={14} />}
      >
        {t('remove')}
      </Button>
    </span>
  )
}
