import { describe, expect, it } from 'vitest'
import { guessTarget, othersOf } from './choices'

const own = {
  team: [{ id: 't1', name: '第一営業部' }],
  channel: [
    { id: 'web', name: 'Web' },
    { id: 'fair', name: '展示会' },
    { id: 'mail', name: 'メール' },
  ],
  campaign: [{ id: 'c1', name: '計測展 2026' }],
}
const channel = (value: string) => guessTarget('leads', 'channel', value, own)

describe('a value of a channel', () => {
  it('is the channel of that name, whatever its width, case and spaces', () => {
    expect(channel('ｗｅｂ ')).toBe('web')
    expect(channel(' 展示会')).toBe('fair')
  })

  it('is known by the words of Salesforce and HubSpot', () => {
    expect(channel('Trade Show')).toBe('fair')
    expect(channel('ORGANIC_SEARCH'.replace('_', ' '))).toBe('web')
    expect(channel('Email Marketing')).toBe('mail')
  })

  it('that is unknown, or whose channel the organisation does not have, is left to the person', () => {
    expect(channel('ヤフオク')).toBeNull()
    expect(channel('Referral')).toBeNull()
  })

  it('that is blank is left to the person in leads, and is nobody’s in opportunities', () => {
    expect(channel('')).toBeNull()
    expect(guessTarget('opportunities', 'channel', '', own)).toBe('blank')
  })
})

describe('a stage of a CRM', () => {
  it.each([
    ['Closed Won', 'won'],
    ['closedwon', 'won'],
    ['受注', 'won'],
    ['成約', 'won'],
    ['Closed Lost', 'lost'],
    ['失注', 'lost'],
    ['提案', 'open'],
    ['受注見込', 'open'],
    ['Prospecting', 'open'],
    ['', 'open'],
  ])('%j is %s', (value, state) => {
    expect(guessTarget('opportunities', 'state', value, own)).toBe(state)
  })
})

it.each([
  ['forecast', '達成予測', 'A'],
  ['forecast', 'B', 'B'],
  ['forecast', 'Omitted', 'blank'],
  ['isNew', 'Existing Customer - Upgrade', 'existing'],
  ['isNew', 'newbusiness', 'new'],
  ['isNew', '新規', 'new'],
  ['line', '営業独自', 'salesSourced'],
  ['campaign', '計測展　2026', 'c1'],
  ['campaign', '知らない施策', 'blank'],
  ['team', '第一営業部', 't1'],
  ['team', '第九営業部', null],
] as const)('%s: %j is %s', (key, value, target) => {
  expect(guessTarget('opportunities', key, value, own)).toBe(target)
})

it('only who may make a channel is offered it; a lead is never without a channel', () => {
  expect(othersOf('leads', 'channel', { mayCreate: true })).toEqual(['create', 'skip'])
  expect(othersOf('leads', 'channel', { mayCreate: false })).toEqual(['skip'])
  expect(othersOf('opportunities', 'channel', { mayCreate: false })).toEqual(['blank', 'skip'])
})
