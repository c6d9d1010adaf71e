import { formatMoney, minorDigits } from '#lib/format'
import { type NumberFault, parseNumber } from '#lib/input/number'
import type { SeenDeal } from '#lib/records/edit'
import {
  FORECAST_CATEGORIES,
  type ForecastCategory,
  OPPORTUNITY_STATES,
  type OpportunityState,
} from '#lib/records/opportunity'
import type { FormOf } from './use-record-edit'

export type DealForm = FormOf<SeenDeal>

/** What stands in the fields when the form opens. Amounts in whole units of the currency: ¥1,200,000, $12.34. */
export function formOf(deal: SeenDeal, currency: string): DealForm {
  return {
    state: deal.state,
    amount: deal.amount === null ? '' : formatMoney(deal.amount, { unit: 'yen', locale: 'en', currency }),
    stage: deal.stage ?? '',
    expectedCloseOn: deal.expectedCloseOn ?? '',
    closedOn: deal.closedOn ?? '',
    owner: deal.owner ?? '',
    forecastCategory: deal.forecastCategory ?? '',
    channelId: deal.channelId ?? '',
    isNew: deal.isNew === null ? '' : deal.isNew ? 'new' : 'existing',
    lossReason: deal.lossReason ?? '',
  }
}

/** What the form is opened on: the fields that it can change. */
export function seenOf(deal: SeenDeal): SeenDeal {
  const { channelId, amount, stage, state, expectedCloseOn, closedOn } = deal
  const { owner, forecastCategory, isNew, lossReason } = deal
  const standing = { state, amount, stage, expectedCloseOn, closedOn }
  return { ...standing, channelId, owner, forecastCategory, isNew, lossReason }
}

export type DealChange = {
  state?: OpportunityState
  amount?: number | null
  stage?: string | null
  stageSince?: string
  expectedCloseOn?: string | null
  closedOn?: string | null
  owner?: string | null
  forecastCategory?: ForecastCategory | null
  channelId?: string | null
  isNew?: boolean | null
  lossReason?: string | null
}

/**
 * Only what was changed, so that a colleague's other fields stay as they are. A new stage begins today; a deal that is
 * won or lost without a day is closed today, and one that is open again has no close.
 * @param today 'YYYY-MM-DD'
 */
export function changeOf(
  before: DealForm,
  form: DealForm,
  { currency, today }: { readonly currency: string; readonly today: string },
): { readonly change: DealChange } | { readonly fault: NumberFault } {
  const amount = parseNumber(form.amount, { decimals: minorDigits(currency) })
  if ('fault' in amount) return amount
  const change: DealChange = {}
  const text = (key: 'owner' | 'lossReason' | 'channelId' | 'expectedCloseOn' | 'closedOn' | 'stage') => {
    if (form[key] !== before[key]) change[key] = form[key] || null
  }
  for (const key of ['owner', 'lossReason', 'channelId', 'expectedCloseOn', 'closedOn', 'stage'] as const) text(key)
  if (form.amount !== before.amount) change.amount = amount.value
  if (form.stage !== before.stage) change.stageSince = today
  if (form.forecastCategory !== before.forecastCategory) {
    change.forecastCategory = FORECAST_CATEGORIES.find((each) => each === form.forecastCategory) ?? null
  }
  if (form.isNew !== before.isNew) change.isNew = form.isNew === '' ? null : form.isNew === 'new'
  const state = OPPORTUNITY_STATES.find((each) => each === form.state)
  if (state && form.state !== before.state) {
    change.state = state
    if (state === 'open') change.closedOn = null
    else if (form.closedOn === '') change.closedOn = today
  }
  return { change }
}
