import { describe, expect, it } from 'vitest'
import type { PlanDraft } from '#lib/input/plan-draft'
import { percentText, regrouped, samePlace, tidied } from './field-text'
import { copiedForm, formOf, newChannelForm } from './plan-form'
import { readForm } from './read-form'

const draft: PlanDraft = {
  revenueGoal: 120_000_000,
  existing: 0,
  salesSourced: null,
  spread: { kind: 'weights', values: ['6', '7', '9', '7', '7', '10', '7', '8', '9', '8', '9', '13.5'] },
  nextYearGrowth: '-0.05',
  rounding: 'exact',
  salesPeople: 8,
  opportunitiesPerPerson: '7.5',
  channels: [
    {
      channelId: '01900000-0000-7000-8000-000000000001',
      share: '0.333333',
      entry: 'lead',
      transitions: [
        { to: 'lead', rate: '0.012', lag: '0' },
        { to: 'mql', rate: null, lag: ['0.1', '0.9'] },
        { to: 'won', rate: '1', lag: null },
      ],
      dealSize: 2_500_000,
      unitCostStage: 'lead',
      unitCost: 9000,
      fixedCostPerMonth: null,
      scheduled: true,
      entryUplift: '0.032',
      note: '2025年度の実績から',
    },
  ],
}

describe('the form of a draft', () => {
  it('read again is the same draft, curve and unused transitions included', () => {
    expect(readForm(formOf(draft, 'JPY'), 0)).toEqual({ draft, unreadable: {} })
    const amounts: PlanDraft = { ...draft, spread: { kind: 'amounts', values: Array(12).fill('10000000') } }
    expect(readForm(formOf(amounts, 'JPY'), 0).draft).toEqual(amounts)
  })

  it('shows percent and thousands', () => {
    const form = formOf(draft, 'JPY')
    expect(form.revenueGoal).toBe('120,000,000')
    expect(form.nextYearGrowth).toBe('-5')
    expect(form.channels[0]?.share).toBe('33.3333')
    expect(form.channels[0]?.rates).toEqual({ lead: '1.2', mql: '', won: '100' })
  })

  it('reads full-width digits, commas, 円 and %, in every field', () => {
    const channel = newChannelForm('01900000-0000-7000-8000-000000000001', 'visit', ['visit', 'lead'], '１００％')
    const typed = { ...channel, rates: { lead: '０．９％' }, dealSize: '３，０００，０００円' }
    const read = readForm({ ...formOf(draft, 'JPY'), revenueGoal: '¥１２０，０００，０００', channels: [typed] }, 0)
    expect(read.unreadable).toEqual({})
    expect(read.draft.revenueGoal).toBe(120_000_000)
    expect(read.draft.channels[0]).toMatchObject({ share: '1', dealSize: 3_000_000 })
    expect(read.draft.channels[0]?.transitions[0]).toEqual({ to: 'lead', rate: '0.009', lag: '0' })
  })

  it('names what cannot be read, keeps the text and leaves the rest alone', () => {
    const form = { ...formOf(draft, 'JPY'), revenueGoal: '1億', existing: '0x10' }
    const read = readForm(form, 0)
    expect(read.unreadable).toEqual({ revenueGoal: 'numberUnreadable', existing: 'numberUnreadable' })
    expect(read.draft).toMatchObject({ revenueGoal: null, existing: null, nextYearGrowth: '-0.05' })
    expect(tidied('amount', form.revenueGoal, 'JPY', 0)).toBe('1億')
  })
})

it('percent is the fraction with its point moved by two', () => {
  expect(['0.012', '1', '0', '0.5', '-0.05', '0.0001', '1.001', '12'].map(percentText)).toEqual([
    '1.2',
    '100',
    '0',
    '50',
    '-5',
    '0.01',
    '100.1',
    '1200',
  ])
})

it('a field that is left shows its figure tidily', () => {
  expect(tidied('amount', '１２００００', 'JPY', 0)).toBe('120,000')
  expect(tidied('amount', '12.5', 'USD', 2)).toBe('12.50')
  expect(tidied('percent', '０．９０％', 'JPY', 0)).toBe('0.9')
  expect(tidied('decimal', '2.50', 'JPY', 0)).toBe('2.5')
  expect(tidied('percent', ' ', 'JPY', 0)).toBe('')
})

describe('an amount that is edited', () => {
  it('keeps its groups of three at every key', () => {
    expect(regrouped('330,000,000', '330,000,0001')).toBe('3,300,000,001')
    expect(regrouped('330,000,000', '330,000,00')).toBe('33,000,000')
    expect(regrouped('330,000,000', '330,000000')).toBe('330,000,000')
    expect(regrouped('1,234.50', '51,234.50')).toBe('51,234.50')
    expect(regrouped('1,234', '123')).toBe('123')
    expect(regrouped('120,000', '120,000５')).toBe('1,200,005')
  })

  it('stays as typed where it had no groups, or is no number any more', () => {
    expect(regrouped('1234', '12345')).toBe('12345')
    expect(regrouped('1,', '1,5')).toBe('1,5')
    expect(regrouped('120,000', '120,000円')).toBe('120,000円')
    expect(regrouped('120,000', '')).toBe('')
  })

  it('leaves the cursor between the same digits', () => {
    // 330,|000,000 with a 1 typed: 330,1|000,000 is 3,301|,000,000.
    expect(samePlace('3,301,000,000', '330,1000,000', 5)).toBe(5)
    expect(samePlace('3,300,000,001', '330,000,0001', 12)).toBe(13)
    // 330,000,|000 without the comma: 330,000|,000.
    expect(samePlace('330,000,000', '330,000000', 7)).toBe(7)
  })
})

describe('last year’s plan as a new one', () => {
  const own = { id: '01900000-0000-7000-8000-000000000001', archivedAt: null }

  it('keeps goals, months and assumptions, and drops the uplift that closed that year', () => {
    const copied = readForm(copiedForm(draft, 'JPY', [own], false), 0).draft
    expect(copied).toEqual({ ...draft, channels: draft.channels.map((one) => ({ ...one, entryUplift: null })) })
  })

  it('leaves out channels that are archived, and all of them where only goals are planned', () => {
    expect(copiedForm(draft, 'JPY', [{ ...own, archivedAt: '2026-01-01T00:00:00Z' }], false).channels).toEqual([])
    expect(copiedForm(draft, 'JPY', [own], true).channels).toEqual([])
    expect(copiedForm(draft, 'JPY', [own], true).revenueGoal).toBe('120,000,000')
  })
})
