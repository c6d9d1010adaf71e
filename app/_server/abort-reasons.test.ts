import { afterEach, expect, it } from 'vitest'
import { isCollected } from '#db/collected'
import { abortReasonsHoldNoStack } from './abort-reasons'

const { abort } = AbortController.prototype
afterEach(() => {
  AbortController.prototype.abort = abort
})

/** Somebody aborts and is forgotten; the aborted signal is not. Answers whether he is gone when all rubbish is collected. */
async function abortedBy(reason: () => unknown) {
  const controller = new AbortController()
  let somebody: { end(): void } | null = { end: () => undefined }
  somebody.end = function (this: object) {
    controller.abort(reason())
  }
  somebody.end()
  const seen = new WeakRef(somebody)
  somebody = null
  return { gone: await isCollected(seen), reason: controller.signal.reason as unknown }
}

it('who aborts is not kept by the signal, and the reason still tells its stack', async () => {
  expect((await abortedBy(() => new Error('done'))).gone).toBe(false)
  abortReasonsHoldNoStack()
  const { gone, reason } = await abortedBy(() => new Error('done'))
  expect(gone).toBe(true)
  expect(reason).toMatchObject({ message: 'done', stack: expect.stringContaining('abort-reasons.test') })
})

it('a reason is passed on as it is, and is an AbortError without one', async () => {
  abortReasonsHoldNoStack()
  expect((await abortedBy(() => 'late')).reason).toBe('late')
  const { gone, reason } = await abortedBy(() => undefined)
  expect(reason).toMatchObject({ name: 'AbortError' })
  expect(gone).toBe(true)
})
