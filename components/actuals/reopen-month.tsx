'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Month } from '#lib/month'
import { Button } from '../ui/button'
import type { CloseCardProps } from './close-card'
import { ReasonDialog } from './reason-dialog'
import { useVerb } from './use-verb'

/** Opens the last closed month again, with a reason. */
export function ReopenMonth({ teamId, closingActions, words, month }: CloseCardProps & { readonly month: Month }) {
  const t = useTranslations('actuals')
  const [asking, setAsking] = useState(false)
  const verb = useVerb()
  const reopen = async (reason: string) => {
    if (await verb.run(() => closingActions.reopen({ teamId, month, reason }))) setAsking(false)
  }
  return (
    <div className="mt-2">
      <Button size="small" variant="text" className="-ml-2" onClick={() => setAsking(true)}>
        {t('reopen', { month: words.named(month) })}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('reopen', { month: words.named(month) })}
          description={t('reopenBody')}
          label={t('reopenReason')}
          submit={t('reopenNow')}
          error={verb.fault}
          pending={verb.pending}
          onReason={(reason) => void reopen(reason)}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  )
}
