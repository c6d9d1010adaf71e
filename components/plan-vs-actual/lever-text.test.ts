import { describe, expect, it } from 'vitest'
import words from '#lib/i18n/ja/plan-vs-actual.json'
import type { Lever } from '#lib/plan-vs-actual/levers'
import { testLedger } from '#lib/plan-vs-actual/test-ledger'
import type { FigureStyle } from './figure-text'
import { firstLever, secondLever } from './lever-text'
import type { Words } from './names'

const { bridge } = words
const WORDS: Readonly<Record<string, string>> = {
  rateName: words.rateName,
  'bridge.ofChannel': bridge.ofChannel,
  'bridge.where': bridge.where,
  'bridge.comma': bridge.comma,
  'bridge.subject.volume': bridge.subject.volume,
  'bridge.how.times': bridge.how.times,
  'bridge.how.aboveRatio': bridge.how.aboveRatio,
  'bridge.how.belowRatio': bridge.how.belowRatio,
  'bridge.how.above': bridge.how.above,
  'bridge.loss.other': bridge.loss.other,
}
const t: Words = (key, values = {}) => WORDS[key]?.replace(/\{(\w+)\}/g, (_, name) => String(values[name])) ?? key
const style: FigureStyle = { locale: 'ja', unit: 'million', currency: 'JPY', negativeStyle: 'minus' }
const context = { ledger: testLedger({}), style, t }

const part = (channelId: string, amount: number) => {
  return { teamId: 'team', channelId, amount, planned: 0, actual: 0, base: null }
}
const volume: Lever = {
  ...{ kind: 'volume', stage: 'lead', from: null, channelId: 'web', amount: 22_900_000 },
  ...{ planned: 140, actual: 352, ratio: 352 / 140, byChannel: [part('web', 22_900_000)] },
}
const rate: Lever = {
  ...{ kind: 'rate', stage: 'won', from: 'opportunity', channelId: null, amount: -4_700_000 },
  ...{ planned: 0.3, actual: 0.24, ratio: 0.8, byChannel: [part('expo', 300_000), part('web', -5_000_000)] },
}

describe('the sentence of a lever', () => {
  it('names the channel, what moved, how it stands to its plan, and the yen', () => {
    expect(firstLever(volume, context)).toEqual({
      subject: 'Webのリード数',
      how: '計画の2.5倍となり',
      amount: '+22.9百万円',
      isGain: true,
      where: '',
    })
  })
  it('below twice the plan it is a percentage', () => {
    expect(firstLever({ ...volume, ratio: 1.45 }, context).how).toBe('計画の145%となり')
    expect(firstLever({ ...volume, amount: -1, ratio: 0.83 }, context).how).toBe('計画の83%にとどまり')
  })
  it('without a plan to compare with it is above it', () => {
    expect(firstLever({ ...volume, ratio: null }, context).how).toBe('計画を上回り')
  })
  it('against the gap it is a stage in all, the larger channel first', () => {
    expect(secondLever(rate, context)).toEqual({
      subject: '商談→受注率',
      how: 'の不足が',
      amount: '−4.7百万円',
      isGain: false,
      where: '（Web −5.0、展示会 +0.3）',
    })
  })
  it('a channel whose part rounds to nothing is not named', () => {
    const parts = [part('expo', 20_000), part('web', -4_720_000)]
    expect(secondLever({ ...rate, byChannel: parts }, context).where).toBe('')
  })
})
