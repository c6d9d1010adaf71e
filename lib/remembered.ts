/** Whether two values are the same, or lists and plain objects of the same values. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a)) return Array.isArray(b) && hasSameItems(a, b)
  return isObject(a) && isObject(b) && hasSameFields(a, b)
}

// Loops, not lists of names: a screen compares some hundred values at each key, and leaves nothing to be collected.
function hasSameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!isEqual(a[i], b[i])) return false
  return true
}

function hasSameFields(a: Fields, b: Fields): boolean {
  let more = 0
  for (const name in a) {
    if (!(name in b) || !isEqual(a[name], b[name])) return false
    more += 1
  }
  for (const _ in b) more -= 1
  return more === 0
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/**
 * `of`, but it keeps the last answer of each key and gives the very same object while its arguments are equal, so that
 * whoever shows it can see at a glance that nothing changed.
 */
export function remembered<Args extends readonly unknown[], Answer>(
  of: (...args: Args) => Answer,
  keyOf: (...args: Args) => string = () => '',
): (...args: Args) => Answer {
  const last = new Map<string, { readonly args: Args; readonly answer: Answer }>()
  return (...args) => {
    const key = keyOf(...args)
    const known = last.get(key)
    if (known && isEqual(known.args, args)) return known.answer
    const answer = of(...args)
    last.set(key, { args, answer })
    return answer
  }
}

/** Gives the value of the last time as long as the new one is equal to it. */
export function sameWhileEqual<Value>(): (value: Value) => Value {
  return remembered((value: Value) => value)
}
