/** Whether two values are the same, or lists and plain objects of the same values. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => name in b && isEqual(a[name], b[name]))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

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
