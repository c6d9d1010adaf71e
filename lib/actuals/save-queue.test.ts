import { describe, expect, it } from 'vitest'
import {
  acknowledged,
  EMPTY_QUEUE,
  enqueued,
  forgotten,
  missed,
  pause,
  reasonSent,
  refusedBy,
  retried,
  sent,
  settled,
  unsaved,
} from './save-queue'

const cells = (record: Record<string, number | null>) => new Map(Object.entries(record))
const inFlight = (record: Record<string, number | null>) => sent(enqueued(EMPTY_QUEUE, cells(record)))

describe('the save queue', () => {
  it('has one request under way; what is typed meanwhile waits', () => {
    const queue = enqueued(inFlight({ a: 1 }), cells({ b: 2 }))
    expect(sent(queue)).toBe(queue)
    expect(sent(acknowledged(queue, '10:42')).sending).toEqual(cells({ b: 2 }))
  })

  it('says how many cells were saved, and when', () => {
    expect(acknowledged(inFlight({ a: 1, b: null }), '2026-10-05T01:42:00Z').saved).toEqual({
      count: 2,
      at: '2026-10-05T01:42:00Z',
    })
  })

  it('keeps the cells of a failed request below what was typed since', () => {
    const queue = missed(enqueued(inFlight({ a: 1, b: 1 }), cells({ a: 9 })))
    expect(queue.waiting).toEqual(cells({ a: 9, b: 1 }))
    expect(queue.misses).toBe(1)
  })

  it('waits longer after each miss, half a minute at most', () => {
    expect([0, 1, 2, 3, 9].map(pause)).toEqual([500, 2000, 4000, 8000, 30_000])
  })

  it('holds only the cells that the server named, and sends the others again', () => {
    const queue = refusedBy(inFlight({ a: -1, b: 2 }), '件数は0以上で入力してください。', ['a'])
    expect(queue.refused).toEqual(cells({ a: -1 }))
    expect(queue.waiting).toEqual(cells({ b: 2 }))
    expect(queue.reason).toBe('件数は0以上で入力してください。')
  })

  it('holds all cells when the server named none, until they are tried again', () => {
    const queue = refusedBy(inFlight({ a: 1, b: 2 }), 'ログインの有効期限が切れました。', [])
    expect(queue.refused.size).toBe(2)
    expect(retried(queue).waiting).toEqual(cells({ a: 1, b: 2 }))
  })

  it('gives a refused cell a new chance when it changes', () => {
    const queue = enqueued(refusedBy(inFlight({ a: 1 }), '理由', []), cells({ a: 2 }))
    expect(queue.refused.size).toBe(0)
    expect(queue.reason).toBeNull()
    expect(queue.waiting).toEqual(cells({ a: 2 }))
  })

  it('never loses a cell: what is not confirmed is unsaved', () => {
    const queue = enqueued(refusedBy(inFlight({ a: 1 }), '理由', []), cells({ b: 2 }))
    expect(unsaved(enqueued(sent(queue), cells({ c: null })))).toEqual(cells({ a: 1, b: 2, c: null }))
    expect(unsaved(acknowledged(inFlight({ a: 1 }), '10:42')).size).toBe(0)
  })
})

describe('corrections of closed months', () => {
  const reasons = new Map([['a', '名刺の登録もれ']])

  it('go with their reason, apart from what needs none', () => {
    const queue = enqueued(enqueued(EMPTY_QUEUE, cells({ a: 125 }), reasons), cells({ b: 2 }))
    const first = sent(queue)
    expect([first.sending, reasonSent(first)]).toEqual([cells({ a: 125 }), '名刺の登録もれ'])
    const second = sent(acknowledged(first, '10:42'))
    expect([second.sending, reasonSent(second)]).toEqual([cells({ b: 2 }), null])
  })

  it('keep their reason through a dead network', () => {
    const queue = sent(missed(sent(enqueued(EMPTY_QUEUE, cells({ a: 125 }), reasons))))
    expect(reasonSent(queue)).toBe('名刺の登録もれ')
  })

  it('get one afterwards when the month was closed meanwhile', () => {
    const queue = retried(refusedBy(inFlight({ a: 125 }), '締め済みです。', []), reasons)
    expect(reasonSent(sent(queue))).toBe('名刺の登録もれ')
  })

  it('lose it when the cell changes without one', () => {
    const queue = enqueued(enqueued(EMPTY_QUEUE, cells({ a: 125 }), reasons), cells({ a: 126 }))
    expect(reasonSent(sent(queue))).toBeNull()
  })
})

describe('a cell in which nothing is entered any more', () => {
  it('is given up, and what was refused along with it is tried again', () => {
    const queue = forgotten(refusedBy(inFlight({ a: 1, b: 2 }), '記録から集計しています。', []), new Set(['a', 'c']))
    expect(queue.waiting).toEqual(cells({ b: 2 }))
    expect(queue.refused.size).toBe(0)
    expect(queue.reason).toBeNull()
  })

  it('changes nothing when none of it is unsaved, or while it is under way', () => {
    const queue = inFlight({ a: 1 })
    expect(forgotten(queue, new Set(['a', 'b']))).toBe(queue)
  })
})

describe('a cell that somebody else saved first', () => {
  const disputed = acknowledged(
    inFlight({ a: 31, b: 2 }),
    '10:42',
    new Map([['a', { yours: 31, theirs: 33, version: 8, by: '鈴木 美咲', at: '2026-10-05T01:41:00Z' }]]),
  )

  it('is not counted as saved and stays unsaved', () => {
    expect(disputed.saved?.count).toBe(1)
    expect(unsaved(disputed)).toEqual(cells({ a: 31 }))
  })

  it('is saved again when the person keeps their own value', () => {
    expect(settled(disputed, 'a', 'yours').waiting).toEqual(cells({ a: 31 }))
  })

  it('is done with when the person keeps the other value', () => {
    const queue = settled(disputed, 'a', 'theirs')
    expect(queue.conflicts.size).toBe(0)
    expect(unsaved(queue).size).toBe(0)
  })
})
