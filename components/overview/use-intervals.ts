import { useEffect, useState } from 'react'
import type { Interval } from '#lib/stats/jeffreys'

/** 90 % Jeffreys intervals of some rates; null until its quantiles, which are much code, have come, and where there is none. */
export function useIntervals(
  seen: readonly { readonly y: number | null; readonly n: number | null }[],
): readonly (Interval | null)[] {
  const asked = JSON.stringify(seen.map(({ y, n }) => [y, n]))
  const [answer, setAnswer] = useState<{ readonly of: string; readonly intervals: readonly (Interval | null)[] }>()
  useEffect(() => {
    let isAsked = true
    const pairs: readonly (readonly [number | null, number | null])[] = JSON.parse(asked)
    import('#lib/stats/jeffreys').then(({ jeffreysInterval }) => {
      const intervals = pairs.map(([y, n]) => (y === null || n === null ? null : jeffreysInterval(y, n)))
      if (isAsked) setAnswer({ of: asked, intervals })
    })
    return () => {
      isAsked = false
    }
  }, [asked])
  return answer?.of === asked ? answer.intervals : []
}
