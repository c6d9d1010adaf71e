import type { StageKey } from './funnel/stages'

export type MetricUnit = 'money' | 'count' | 'ratio'

/** A figure of the glossary: its names, its unit, which direction is favourable, and how it is computed. */
export type Metric = {
  readonly key: string
  readonly ja: string
  readonly en: string
  readonly unit: MetricUnit
  /** 'down': lower is better, so a verdict judges plan ÷ actual. */
  readonly better: 'up' | 'down'
  readonly formula: { readonly ja: string; readonly en: string }
}

const money = (key: string, ja: string, en: string, formulaJa: string, formulaEn: string): Metric => ({
  key,
  ja,
  en,
  unit: 'money',
  better: 'up',
  formula: { ja: formulaJa, en: formulaEn },
})

const count = (key: StageKey, ja: string, en: string): Metric => ({
  key,
  ja,
  en,
  unit: 'count',
  better: 'up',
  formula: {
    ja: 'その月に発生した数。1件を1回だけ、リード元のチャネルで数える',
    en: 'What came about in the month, each counted once, in the channel of its lead source',
  },
})

const share = (key: string, ja: string, en: string, formulaJa: string, formulaEn: string): Metric => ({
  ...money(key, ja, en, formulaJa, formulaEn),
  unit: 'ratio',
})

const cheap = (key: string, ja: string, en: string, formulaJa: string, formulaEn: string): Metric => ({
  ...money(key, ja, en, formulaJa, formulaEn),
  better: 'down',
})

/** Every figure that plan vs actual and the overview print, in the glossary's words (DOMAIN §1). */
export const METRICS = {
  revenue: money(
    'revenue',
    '売上',
    'Revenue',
    '既存 + 営業独自 + マーケ起点（受注した月・税抜）',
    'Existing + sales-sourced + marketing, in the month won, tax excluded',
  ),
  existing: money('existing', '既存', 'Existing', '既存顧客からの売上', 'Revenue from existing customers'),
  salesSourced: money(
    'salesSourced',
    '営業独自',
    'Sales-sourced',
    'マーケティングを介さない新規売上',
    'New revenue that sales brings without marketing',
  ),
  channel: money(
    'channel',
    'チャネルの売上',
    'Channel revenue',
    'リード元がこのチャネルの売上（受注した月・税抜）',
    'Revenue whose lead source is this channel, in the month won, tax excluded',
  ),
  unallocated: money(
    'unallocated',
    '未配分',
    'Unallocated',
    '会社の計画 − チームの計画の合計（0未満は超過）',
    'The company’s plan − the sum of its teams’ plans (below 0: over-allocated)',
  ),
  marketing: money('marketing', 'マーケ起点', 'Marketing', 'チャネルの売上の合計', 'Sum of the channels’ revenue'),
  visit: count('visit', '訪問', 'Visits'),
  lead: count('lead', 'リード', 'Leads'),
  mql: count('mql', 'MQL', 'MQLs'),
  opportunity: count('opportunity', '商談', 'Opportunities'),
  won: count('won', '受注', 'Won deals'),
  cost: {
    ...money(
      'cost',
      '費用',
      'Cost',
      '費用の計画があるチャネルの費用の合計（低いほど良い）',
      'Cost of the channels that have a cost plan (lower is better)',
    ),
    better: 'down',
  },
  cpl: cheap('cpl', 'CPL', 'CPL', '費用 ÷ リード（同じ月）', 'Cost ÷ leads of the same months'),
  cpa: cheap(
    'cpa',
    '商談CPA',
    'Cost per opportunity',
    '費用 ÷ 商談（同じ月）',
    'Cost ÷ opportunities of the same months',
  ),
  costPerWon: cheap(
    'costPerWon',
    '受注1件あたり費用',
    'Cost per won deal',
    '費用 ÷ 受注（同じ月）',
    'Cost ÷ won deals of the same months',
  ),
  roi: share(
    'roi',
    'ROI',
    'ROI',
    '（売上 − 費用）÷ 費用（売上基準・同じ月）',
    '(Revenue − cost) ÷ cost, by revenue, of the same months',
  ),
  rate: share(
    'rate',
    '転換率',
    'Conversion rate',
    '次の段の数 ÷ リードタイム分ずらした前の段の数',
    'Next stage ÷ earlier stage, shifted by the lag',
  ),
  dealSize: money('dealSize', '平均受注単価', 'Deal size', '受注額の合計 ÷ 受注の数', 'Won amount ÷ won deals'),
  landing: money(
    'landing',
    '着地見込',
    'Landing',
    '境界月までの実績 + 翌月以降の見込',
    'Actuals to the boundary month + forecast after it',
  ),
  projected: share('projected', '見込達成率', 'Projected attainment', '着地見込 ÷ KGI', 'Landing ÷ KGI'),
  paceFactor: share(
    'paceFactor',
    '実績ペース',
    'Actual pace',
    '直近3か月の入口の実績 ÷ 計画',
    'Actual ÷ plan of the entry stage, last three months with actuals',
  ),
  ripeness: share(
    'ripeness',
    '成熟度',
    'Ripeness',
    'リードタイムから見て、結果が出ているはずの割合',
    'Share of the cohort whose lag is over',
  ),
  timing: money(
    'timing',
    '期ずれ',
    'Timing',
    'リードタイムと端数により期間の内外へ移る分。打ち手の対象外',
    'What lags and rounding move into or out of the months; no lever',
  ),
  volumeEffect: money(
    'volumeEffect',
    '件数の影響',
    'Volume effect',
    '（入口の実績 − 計画）× 1件あたりの計画売上',
    '(Entries − planned entries) × planned revenue per entry',
  ),
  rateEffect: money(
    'rateEffect',
    '転換率の影響',
    'Rate effect',
    '（実績 − 対象数 × 計画の率）× 1件あたりの計画売上',
    '(Actual − due × planned rate) × planned revenue per unit',
  ),
  dealSizeEffect: money(
    'dealSizeEffect',
    '単価の影響',
    'Deal size effect',
    '売上 − 受注の数 × 計画の平均受注単価',
    'Revenue − won deals × planned deal size',
  ),
  variance: money('variance', '差異', 'Variance', '実績 − 計画', 'Actual − plan'),
  attainment: share('attainment', '達成率', 'Attainment', '実績 ÷ 計画（同じ月）', 'Actual ÷ plan of the same months'),
  progress: share('progress', '進捗率', 'Progress', '実績の累計 ÷ 期間の計画', 'Actual to date ÷ plan of the period'),
  pace: share('pace', '標準進捗', 'Pace', '計画の累計 ÷ 期間の計画', 'Plan to date ÷ plan of the period'),
} as const satisfies Record<string, Metric>

const KNOWN: ReadonlyMap<string, Metric> = new Map(Object.entries(METRICS))

/** The metric of a key. A stage that an organisation has added is a count that bears its own key as its name. */
export function metricOf(key: string): Metric {
  return KNOWN.get(key) ?? count(key, key, key)
}

/** What an organisation calls a stage: its own name for it, else the glossary's. */
export function stageName(
  stage: { readonly key: StageKey; readonly name: string | null },
  locale: 'ja' | 'en',
): string {
  return stage.name ?? metricOf(stage.key)[locale]
}

/** Whether a ledger's metric counts things, as every stage does; revenue and cost are money. */
export function isCount(metric: StageKey | 'revenue' | 'cost'): boolean {
  return metric !== 'revenue' && metric !== 'cost'
}
