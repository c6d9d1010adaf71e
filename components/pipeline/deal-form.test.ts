import { describe, expect, it } from 'vitest'
import type { ListedDeal } from '#lib/pipeline/listed'
import { changeOf, formOf } from './deal-form'

const DEAL: ListedDeal = {
  ...{ id: 'd', name: '水質計 更新', account: 'A社', state: 'open', amount: 1_200_000, stage: '提案', daysInStage: 3 },
  ...{ createdOn: '2026-08-01', expectedCloseOn: '2026-10-31', closedOn: null, owner: '田中', forecastCategory: 'B' },
  ...{ isNew: null, countsAsNew: true, lossReason: null, channelId: null, sourceChannelId: null },
  ...{ isSourced: false, isInfluenced: false },
}
const at = { currency: 'JPY', today: '2026-10-05' }
const changed = (part: Partial<ReturnType<typeof formOf>>) => {
  const before = formOf(DEAL, 'JPY')
  return changeOf(before, { ...before, ...part }, at)
}

describe('the form of an opportunity', () => {
  it('sends only what was changed', () => {
    expect(changed({})).toEqual({ change: {} })
    expect(changed({ amount: '１，５００，０００' })).toEqual({ change: { amount: 1_500_000 } })
    expect(changed({ owner: '', forecastCategory: '' })).toEqual({ change: { owner: null, forecastCategory: null } })
    expect(changed({ isNew: 'existing' })).toEqual({ change: { isNew: false } })
  })

  it('closes today what is won without a day, and keeps a day that was typed', () => {
    expect(changed({ state: 'won' })).toEqual({ change: { state: 'won', closedOn: '2026-10-05' } })
    expect(changed({ state: 'lost', closedOn: '2026-10-01', lossReason: '価格' })).toEqual({
      change: { state: 'lost', closedOn: '2026-10-01', lossReason: '価格' },
    })
  })

  it('counts the days of a new stage from today', () => {
    expect(changed({ stage: '見積' })).toEqual({ change: { stage: '見積', stageSince: '2026-10-05' } })
  })

  it('keeps an amount that is no number, and says why', () => {
    expect(changed({ amount: '百万' })).toEqual({ fault: 'numberUnreadable' })
  })

  it('reads cents: $12.34 is 1,234', () => {
    const before = formOf({ ...DEAL, amount: 500 }, 'USD')
    expect(before.amount).toBe('5.00')
    expect(changeOf(before, { ...before, amount: '12.34' }, { ...at, currency: 'USD' })).toEqual({
      change: { amount: 1234 },
    })
  })
})
