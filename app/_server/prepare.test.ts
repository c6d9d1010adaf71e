import { afterEach, expect, it, vi } from 'vitest'
import { reportFault } from '#db/background'
import { log } from './log'
import { prepareServer } from './prepare'

afterEach(() => {
  globalThis.gyakusanFaultReport = undefined
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

it('a server that starts gives faults of background work to its log', () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'k7Qm2xV9pLr4TzW8bNd6HsYf3JgC5uEa')
  vi.stubEnv('NEXTAUTH_URL', 'https://gyakusan.example.com')
  const written = vi.spyOn(log, 'error').mockImplementation(() => {})
  prepareServer()
  const error = new Error('boom')
  reportFault(error, 'attribution, in the background')
  expect(written.mock.calls).toEqual([
    [{ err: error, reference: expect.stringMatching(/^[0-9A-F]{8}$/), where: 'attribution, in the background' }],
  ])
})
