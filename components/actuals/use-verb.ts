'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Result } from '#lib/result'

/** One thing done on the server: under way, or why it did not happen. */
export function useVerb() {
  const t = useTranslations('actuals')
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  /** Whether it was done. */
  async function run(verb: () => Promise<Result<unknown>>): Promise<boolean> {
    setPending(true)
    setFault(null)
    const result = await verb().catch(() => null)
    setPending(false)
    if (result === null) setFault(t('outOfReach'))
    else if (!result.ok) setFault(Object.values(result.fields)[0] ?? result.message)
    return result?.ok ?? false
  }
  return { run, pending, fault }
}
