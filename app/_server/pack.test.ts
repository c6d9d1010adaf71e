import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Packed } from '#lib/packed'
import { unpacked } from '../../components/ui/unpacked'
import { readWritten } from '../../components/ui/written'
import { pack, write } from './pack'

describe('what a page packs and a browser unpacks', () => {
  it('is what JSON makes of it, whatever people have typed', async () => {
    const typed = { name: '逆算 "A" \\ \t\n </script> 🗾', blank: null, cells: [0, -0.25, 1e21], none: undefined }
    await expect(unpacked(pack(typed))).resolves.toEqual({
      name: '逆算 "A" \\ \t\n </script> 🗾',
      blank: null,
      cells: [0, -0.25, 1e21],
    })
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await unpacked(pack(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('is the same object for the same text: figures are kept by it', async () => {
    expect(await unpacked(pack({ year: 2026 }))).toBe(await unpacked(pack({ year: 2026 })))
  })

  it('fails when the text is not whole, and is read anew when it is asked for again', async () => {
    const cut = pack({ months: Array(200).fill('2026-04') }).slice(0, 24) as Packed<unknown>
    const first = unpacked(cut)
    await expect(first).rejects.toThrow()
    const second = unpacked(cut)
    expect(second).not.toBe(first)
    await expect(second).rejects.toThrow()
  })
})

describe('what a page writes as plain text', () => {
  it('is what JSON makes of it, and the same object for the same text', () => {
    const read = readWritten(write({ plan: 330_000_000, actual: null }))
    expect(read).toEqual({ plan: 330_000_000, actual: null })
    expect(readWritten(write({ plan: 330_000_000, actual: null }))).toBe(read)
    expect(readWritten(write({ plan: 330_000_000, actual: 0 }))).toEqual({ plan: 330_000_000, actual: 0 })
  })
})
