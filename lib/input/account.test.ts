import { describe, expect, it } from 'vitest'
import { Name, SignUpInput } from './account'

describe('a name', () => {
  it.each([
    ['an ideograph with a variation selector', '葛\u{e0100}城市'],
    ['a fragment of SQL', `'; drop table users; --`],
    ['a fragment of a script', '<script>alert(1)</script>'],
    ['words of a template', '{name} {{7*7}} %s'],
    ['an emoji', '営業部 🚀'],
  ])('takes %s as it is', (_, text) => {
    expect(Name.parse(text)).toBe(text)
  })

  it.each([
    ['NUL', 'a\0b'],
    ['half a pair', 'a\ud800b'],
    ['a reversal of direction', 'a\u202eb'],
    ['a soft hyphen', '営\u00ad業'],
    ['a line separator', 'a\u2028b'],
    ['a tag letter', 'a\u{e0041}'],
    ['an Arabic letter mark', '\u061c'],
    ['a blank that is a letter', '\u3164'],
    ['a blank of braille', '\u2800'],
  ])('is refused with %s in it', (_, text) => {
    expect(Name.safeParse(text).error?.issues[0]?.message).toBe('nameUnseen')
  })

  it('is put into one form', () => {
    expect(Name.parse(' か\u3099ん ')).toBe('がん')
  })
})

describe('a sign-up', () => {
  const person = { name: '佐藤', email: 'sato@example.com', password: 'maguro-to-ikura-7', organisation: 'みほん' }
  const zone = (timeZone?: string) =>
    SignUpInput.parse({ ...person, fiscalStart: '4', currency: 'JPY', timeZone }).timeZone

  it('takes the time zone of the device, and Tokyo where the device names none that exists', () => {
    expect(zone('Europe/Berlin')).toBe('Europe/Berlin')
    for (const odd of [undefined, '', 'Etc/Unknown', 'x'.repeat(10_000), "'; --"]) expect(zone(odd)).toBe('Asia/Tokyo')
  })
})
