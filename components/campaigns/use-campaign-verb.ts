import { useTransition } from 'react'
import type { Result } from '#lib/result'
import { type Toast, useToast } from '../ui/toast'

/** Runs a write and says what became of it. */
export function useCampaignVerb() {
  const [pending, start] = useTransition()
  const toast = useToast()
  function run(write: () => Promise<Result<unknown>>, done: Toast) {
    start(async () => {
      const result = await write()
      toast(result.ok ? done : { message: result.message, tone: 'warning' })
    })
  }
  return { run, pending }
}
