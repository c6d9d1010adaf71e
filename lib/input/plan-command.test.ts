import { describe, expect, it } from 'vitest'
import { ActivatePlanInput, SavePlanDraftInput } from './plan-command'

const ID = '01990000-0000-7000-8000-000000000000'

describe('the reason of a version', () => {
  const read = (reason: string) => ActivatePlanInput.safeParse({ planId: ID, revision: 1, reason })

  it('is a text of lines, emoji joined by a joiner too', () => {
    expect(read(' 上期の\n見直し\t👨‍👩‍👧 ').data?.reason).toBe('上期の\n見直し\t👨‍👩‍👧')
    expect(read('  ').data?.reason).toBeNull()
  })

  it.each([
    ['half a pair, which no database takes', 'a\ud800b'],
    ['NUL', 'a\0b'],
    ['a reversal of direction', '承認\u202e済'],
  ])('is refused with %s in it', (_, reason) => {
    expect(read(reason).error?.issues[0]?.message).toBe('reasonUnseen')
  })
})

describe('a draft', () => {
  const channel = (transitions: object[]) => ({
    ...{ channelId: ID, share: '1', entry: 'lead', dealSize: 1 },
    ...{ unitCostStage: null, unitCost: null, fixedCostPerMonth: null, transitions },
  })
  const draft = (transitions: object[]) => ({
    ...{ teamId: ID, year: 2026, planId: null, revision: null, reason: null },
    draft: {
      ...{ revenueGoal: 1, existing: 0, salesSourced: 0, nextYearGrowth: '0', rounding: 'stage' },
      spread: { kind: 'weights', values: Array(12).fill('1') },
      channels: [channel(transitions)],
    },
  })
  const to = (stage: string) => ({ to: stage, rate: '0.5', lag: '0' })

  it('has each transition of a channel once', () => {
    expect(SavePlanDraftInput.safeParse(draft([to('mql'), to('won')])).success).toBe(true)
    expect(SavePlanDraftInput.safeParse(draft([to('mql'), to('mql')])).error?.issues[0]?.path).toEqual([
      ...['draft', 'channels', 0, 'transitions'],
    ])
  })
})
