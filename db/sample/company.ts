import type { Decimal } from '#lib/funnel/scenario'
import type { StageKey } from '#lib/funnel/stages'
import type { Role } from '#lib/permissions'

/** みなと計測株式会社: a maker of measuring instruments that sells to factories and to environmental laboratories. */
export const COMPANY = {
  organisationName: 'みなと計測株式会社',
  currency: 'JPY',
  fiscalStart: 4,
  timeZone: 'Asia/Tokyo',
} as const

export const PASSWORD = 'gyakusan-demo'

type Person = { readonly name: string; readonly email: string; readonly role: Role }

export const ADMIN = { name: '山本 大輔', email: 'admin@example.com', role: 'admin' } as const satisfies Person
export const MARKETER = { name: '佐藤 健', email: 'marketer@example.com', role: 'marketer' } as const satisfies Person
export const EXECUTIVE = { name: '高橋 直子', email: 'exec@example.com', role: 'executive' } as const satisfies Person
export const SALES = { name: '鈴木 美咲', email: 'sales@example.com', role: 'sales_manager' } as const satisfies Person

/** Yen of a fiscal year. */
export type Goals = { readonly revenueGoal: number; readonly existing: number; readonly salesSourced: number }

const million = (revenueGoal: number, existing: number, salesSourced: number): Goals => ({
  revenueGoal: revenueGoal * 1_000_000,
  existing: existing * 1_000_000,
  salesSourced: salesSourced * 1_000_000,
})

/** Goals by fiscal year: this year first, then the years before it. */
export type TeamPlan = {
  readonly goals: readonly Goals[]
  readonly dealSizeFactor: number
  readonly seed: number
  /** What the team sells, and the people who sell it, as their CRM names them. */
  readonly products: readonly string[]
  readonly owners: readonly string[]
  /** People in sales, and opportunities that one of them handles in a month. */
  readonly capacity: { readonly salesPeople: number; readonly opportunitiesPerPerson: Decimal }
  readonly exhibitions: readonly YearlyEvent[]
  readonly seminars: readonly YearlyEvent[]
  /** Seminars are entered by campaign too, not as the channel's total. */
  readonly entersSeminars: boolean
}

/** What takes place every year: in a month, from a day on; a seminar series lasts for three months. */
export type YearlyEvent = {
  readonly name: string
  /** 1 … 12 */
  readonly month: number
  readonly day: number
  /** Planned for this year, in people and yen; a tenth less for each year before it. */
  readonly entries: number
  readonly budget: number
}

const event = (name: string, month: number, day: number, entries: number, budget: number): YearlyEvent => ({
  ...{ name, month, day, entries, budget },
})

/** The company's own goals: more than its teams' together, the rest is 未配分. */
export const COMPANY_GOALS: readonly Goals[] = [million(540, 265, 65), million(475, 240, 60), million(423, 215, 55)]

export const TEAMS: Readonly<Record<string, TeamPlan>> = {
  産業機器事業部: {
    goals: [million(330, 170, 40), million(295, 155, 38), million(265, 140, 35)],
    dealSizeFactor: 1,
    seed: 20_260_401,
    products: ['渦流量計', '圧力校正装置', '振動監視システム', '校正サービス'],
    owners: ['田中 翔太', '中村 彩', '小林 誠'],
    capacity: { salesPeople: 5, opportunitiesPerPerson: '4' },
    exhibitions: [
      event('工場計測展', 5, 20, 180, 1_500_000),
      event('中部ものづくり展', 9, 9, 130, 1_100_000),
      event('品質検査展', 11, 11, 160, 1_300_000),
      event('西日本工場設備展', 2, 3, 90, 800_000),
    ],
    seminars: [
      event('計測の基礎セミナー', 4, 15, 65, 330_000),
      event('省人化検査セミナー', 7, 8, 60, 300_000),
      event('校正実務セミナー', 10, 14, 70, 350_000),
      event('設備更新セミナー', 1, 20, 75, 380_000),
    ],
    entersSeminars: true,
  },
  環境計測事業部: {
    goals: [million(195, 95, 25), million(170, 85, 22), million(150, 75, 20)],
    dealSizeFactor: 0.8,
    seed: 20_260_402,
    products: ['水質分析計', '大気モニタ', '排水監視サービス'],
    owners: ['松本 涼', '森 由佳'],
    capacity: { salesPeople: 4, opportunitiesPerPerson: '4' },
    exhibitions: [
      event('水環境技術展', 6, 10, 210, 1_600_000),
      event('分析機器展', 9, 2, 180, 1_400_000),
      event('脱炭素計測展', 1, 27, 130, 1_000_000),
    ],
    seminars: [event('排水測定セミナー', 5, 13, 60, 300_000), event('大気測定セミナー', 11, 18, 60, 300_000)],
    entersSeminars: false,
  },
}

/** Weights from April on. August has none: the company closes for the summer, and plans nothing. */
export const WEIGHTS: readonly Decimal[] = ['6', '7', '10', '8', '0', '12', '8', '8', '10', '8', '9', '14']

export type ChannelAssumption = {
  readonly share: Decimal
  readonly entry: StageKey
  /** Stage reached → rate, and months that it takes. */
  readonly transitions: Readonly<Record<StageKey, readonly [rate: Decimal, lag: Decimal]>>
  readonly dealSize: number
  readonly unitCost: { readonly stage: StageKey; readonly yen: number } | null
  readonly fixedCostPerMonth: number | null
  /** How far a month's entries stray from the plan, as a fraction. */
  readonly strays: number
  /** Planned by its campaigns, with the budget as its cost. */
  readonly scheduled?: boolean
  readonly note?: string
}

export const CHANNELS: Readonly<Record<string, ChannelAssumption>> = {
  Web: {
    ...{ share: '0.35', entry: 'visit', dealSize: 2_500_000, fixedCostPerMonth: 300_000, strays: 0.08 },
    transitions: { lead: ['0.012', '0'], mql: ['0.25', '0.5'], opportunity: ['0.4', '1'], won: ['0.25', '2.5'] },
    unitCost: { stage: 'lead', yen: 4_000 },
  },
  展示会: {
    ...{ share: '0.25', entry: 'lead', dealSize: 4_000_000, fixedCostPerMonth: null, strays: 0.35 },
    transitions: { mql: ['0.15', '1'], opportunity: ['0.35', '1.5'], won: ['0.22', '3'] },
    ...{ unitCost: null, scheduled: true, note: '転換率は2024年度の自社の展示会の実績' },
  },
  セミナー: {
    ...{ share: '0.15', entry: 'lead', dealSize: 3_000_000, fixedCostPerMonth: null, strays: 0.2 },
    transitions: { mql: ['0.3', '0.5'], opportunity: ['0.3', '1'], won: ['0.25', '2.5'] },
    unitCost: { stage: 'lead', yen: 5_000 },
  },
  広告: {
    ...{ share: '0.15', entry: 'visit', dealSize: 2_200_000, fixedCostPerMonth: null, strays: 0.12 },
    transitions: { lead: ['0.02', '0'], mql: ['0.2', '0.5'], opportunity: ['0.35', '1'], won: ['0.2', '2.5'] },
    unitCost: { stage: 'visit', yen: 150 },
  },
  紹介: {
    ...{ share: '0.1', entry: 'opportunity', dealSize: 3_500_000, fixedCostPerMonth: 80_000, strays: 0.25 },
    transitions: { won: ['0.4', '2'] },
    unitCost: null,
  },
}
