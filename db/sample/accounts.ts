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

/** Companies that do not exist, each once, by the id of the CRM. */
export function madeUpAccounts(prefix: string, random: Random): () => z.input<typeof AccountRef> {
  const names = PLACES.flatMap((place) =>
    TRADES.flatMap((trade) => ['', '第一', '新', '東'].map((word) => `${word}${place}${trade}`)),
  )
  let count = 0
  return () => {
    const at = Math.floor(random.between(0, names.length))
    const [name = `${prefix}商事`] = names.splice(at, 1)
    count++
    return { externalId: `${prefix}-A${String(count).padStart(4, '0')}`, name: `${name}株式会社` }
  }
}
