import type { z } from 'zod'
import type { AccountRef } from '#lib/records/fields'
import type { Random } from './random'

export const PLACES = [
  'みなみ',
  '北陸',
  '瀬戸内',
  '三河',
  '多摩',
  '筑紫',
  '浪速',
  '信濃',
  '常陸',
  '駿河',
  '但馬',
  '奥州',
]
export const TRADES = [
  '精機',
  '化学工業',
  '水処理',
  '製紙',
  '金属',
  '食品',
  '環境センター',
  '電装',
  '樹脂',
  '窯業',
  '薬品',
  '機工',
]

export const WORDS = ['', '第一', '新', '東', '西', '中央']
/** Every so manieth company is known to both teams, under an id of each: candidates for being merged. */
const SHARED = 40

/** Companies that do not exist, by the id of the CRM; each once in a team, and few of them in both. */
export function madeUpAccounts(prefix: string, random: Random): () => z.input<typeof AccountRef> {
  const turn = Number(prefix.at(-1)) % 2
  const names = PLACES.flatMap((place) =>
    TRADES.flatMap((trade) => WORDS.map((word) => `${word}${place}${trade}`)),
  ).filter((_, i) => i % 2 === turn || i % SHARED === 0)
  let count = 0
  return () => {
    const at = Math.floor(random.between(0, names.length))
    const [name = `${prefix}商事`] = names.splice(at, 1)
    count++
    return { externalId: `${prefix}-A${String(count).padStart(4, '0')}`, name: `${name}株式会社` }
  }
}
