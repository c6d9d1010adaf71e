import { describe, expect, it } from 'vitest'
import { settingsIn } from './env'

const good = { NEXTAUTH_SECRET: 'k7Qm2xV9pLr4TzW8bNd6HsYf3JgC5uEa', NEXTAUTH_URL: 'https://gyakusan.example.com/app' }

describe('settings', () => {
  it('are read with the origin alone', () => {
    expect(settingsIn(good)).toEqual({
      secret: good.NEXTAUTH_SECRET,
      origin: 'https://gyakusan.example.com',
      today: null,
      trustsProxy: false,
    })
  })

  it('count an empty variable as not set', () => {
    expect(settingsIn({ ...good, GYAKUSAN_TODAY: '' }).today).toBeNull()
  })

  it.each([
    ['missing', undefined, 'not set'],
    ['short', 'k7Qm2xV9pLr4TzW8bNd6HsYf3JgC5uE', '32 characters'],
    ['an example', 'change-me-change-me-change-me-change-me', 'example'],
    ['one letter repeated', 'a'.repeat(40), 'random'],
  ])('refuse a secret that is %s', (_, secret, sentence) => {
    expect(() => settingsIn({ ...good, NEXTAUTH_SECRET: secret })).toThrow(sentence)
  })
})
