import type { ImportKind } from '#lib/records/import'
import type { ChoiceKey } from './fields'
import { CREATE, LEAVE_BLANK, SKIP_ROW, valueKey } from './values'

/** One of the organisation's own things that a value may mean. */
export type Named = { readonly id: string; readonly name: string }
export type OwnThings = Readonly<Record<'team' | 'channel' | 'campaign', readonly Named[]>>

/** Words that a choice without things of its own may come to. */
export const CHOICE_WORDS = {
  state: ['open', 'won', 'lost'],
  forecast: ['A', 'B', 'C'],
  isNew: ['new', 'existing'],
  line: ['channel', 'existing', 'salesSourced'],
} as const

/** What else may become of a value: leave the row out, leave the field blank, or make a channel of its name. */
export function othersOf(kind: ImportKind, key: ChoiceKey, { mayCreate }: { readonly mayCreate: boolean }): string[] {
  if (key === 'channel') {
    const create = mayCreate ? [CREATE] : []
    return kind === 'opportunities' || kind === 'actuals' ? [...create, LEAVE_BLANK, SKIP_ROW] : [...create, SKIP_ROW]
  }
  return key === 'campaign' || key === 'forecast' || key === 'isNew' ? [LEAVE_BLANK, SKIP_ROW] : [SKIP_ROW]
}

const WORDS: Readonly<Record<'state' | 'forecast' | 'isNew' | 'line', readonly (readonly [string, RegExp])[]>> = {
  state: [
    ['lost', /lost|失注|不成立|見送り|辞退|キャンセル|cancel/],
    ['won', /\bwon\b|closedwon|受注(?!確度|見込|予定|間近)|成約|成立|契約締結/],
  ],
  forecast: [
    ['A', /^(a|a.*ヨミ|ヨミa|commit|達成予測|コミット)$/],
    ['B', /^(b|b.*ヨミ|ヨミb|best case|最善達成予測|ベストケース)$/],
    ['C', /^(c|c.*ヨミ|ヨミc|pipeline|パイプライン)$/],
  ],
  isNew: [
    ['existing', /existing|既存|renewal|更新|upsell|アップセル|クロスセル/],
    ['new', /new|新規/],
  ],
  line: [
    ['existing', /existing|既存/],
    ['salesSourced', /sales|営業/],
    ['channel', /channel|marketing|チャネル|マーケ/],
  ],
}

/** Names by which tools call what organisations have as channels. */
const SYNONYMS: readonly (readonly string[])[] = [
  [
    'web',
    'ウェブ',
    'webサイト',
    'ウェブサイト',
    'website',
    'organic search',
    'オーガニック検索',
    '自然検索',
    'direct traffic',
    'ダイレクトトラフィック',
    'hp',
    'ホームページ',
    '自社サイト',
    'seo',
    'inbound',
    'インバウンド',
    'お問い合わせ',
  ],
  [
    '広告',
    '広告・ads',
    'ads',
    'advertisement',
    'web広告',
    'リスティング',
    'リスティング広告',
    'paid search',
    '有料検索',
    'paid social',
    '有料ソーシャル',
    'sem',
    'google ads',
    'google広告',
    'advertising',
  ],
  ['展示会', 'trade show', 'tradeshow', 'exhibition', 'event', 'イベント', 'offline sources'],
  ['セミナー', 'ウェビナー', 'seminar', 'webinar', 'seminar - internal', 'seminar - partner'],
  ['メール', 'メルマガ', 'email', 'email marketing', 'eメールマーケティング', 'mail', 'ナーチャリング', 'newsletter'],
  [
    '紹介',
    'referral',
    'referrals',
    'リファラル',
    'employee referral',
    'external referral',
    'partner referral',
    'word of mouth',
    'partner',
    'パートナー',
    '口コミ',
    'customer referral',
  ],
  ['sns', 'social', 'organic social', 'オーガニックソーシャル', 'social media', 'ソーシャルメディア'],
]

/** What a value most likely means, or null when nobody can tell: then the person decides. Blank is blank where that is allowed. */
export function guessTarget(kind: ImportKind, key: ChoiceKey, value: string, own: OwnThings): string | null {
  const text = valueKey(value)
  if (text === '') return blankTarget(kind, key)
  if (key === 'team' || key === 'channel' || key === 'campaign') return guessThing(key, text, own[key])
  const word = WORDS[key].find(([, pattern]) => pattern.test(text))?.[0]
  if (word !== undefined) return word
  // A stage that is neither won nor lost is open.
  return key === 'state' ? 'open' : key === 'line' ? null : LEAVE_BLANK
}

function blankTarget(kind: ImportKind, key: ChoiceKey): string | null {
  if (key === 'state') return 'open'
  if (key === 'line') return 'channel'
  return othersOf(kind, key, { mayCreate: false }).includes(LEAVE_BLANK) ? LEAVE_BLANK : null
}

function guessThing(key: ChoiceKey, text: string, things: readonly Named[]): string | null {
  const same = things.find((thing) => valueKey(thing.name) === text)
  if (same) return same.id
  if (key === 'campaign') return LEAVE_BLANK
  const family = SYNONYMS.find((names) => names.includes(text)) ?? []
  return things.find((thing) => key === 'channel' && family.includes(valueKey(thing.name)))?.id ?? null
}
