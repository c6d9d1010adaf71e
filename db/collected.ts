import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** For tests: whether nothing holds an object any more, once this turn's own hold has ended and all rubbish is collected. */
export async function isCollected(seen: WeakRef<object>): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve))
  collect()
  return seen.deref() === undefined
}
