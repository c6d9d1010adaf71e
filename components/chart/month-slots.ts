import type { Chart, Plugin } from 'chart.js'
import type { SeriesKind } from './series'

/** Space between a slot's marks and the next slot's, as a share of the slot; a slot's marks are at most this wide. */
const FILLED = 0.74
const WIDEST = 44

type Bounds = { readonly x: number; readonly width: number }

/** Where a series' bar stands in a month's slot: last year thin on the left, plan beside it, actual inside the plan. */
export function barInSlot(kind: SeriesKind, centre: number, slot: number, withLastYear: boolean): Bounds {
  const group = Math.min(slot * FILLED, WIDEST)
  const thin = withLastYear ? group * 0.2 : 0
  const gap = withLastYear ? Math.min(2, group * 0.06) : 0
  const left = centre - group / 2
  if (kind === 'lastYear') return { x: left + thin / 2, width: thin }
  const plan = group - thin - gap
  const inset = kind === 'plan' ? 0 : Math.min(3, plan * 0.14)
  return { x: left + thin + gap + plan / 2, width: plan - inset * 2 }
}

/** chart.js sets bars side by side; this puts those of one month into one slot. */
export function monthSlots(kinds: readonly SeriesKind[]): Plugin<'bar'> {
  const withLastYear = kinds.includes('lastYear')
  return {
    id: 'monthSlots',
    afterDatasetsUpdate(chart: Chart<'bar'>) {
      const scale = chart.scales.x
      if (scale === undefined) return
      const slot = scale.width / Math.max(1, scale.ticks.length)
      kinds.forEach((kind, index) => {
        chart.getDatasetMeta(index).data.forEach((element, month) => {
          Object.assign(element, barInSlot(kind, scale.getPixelForValue(month), slot, withLastYear))
        })
      })
    },
  }
}
