type Numbers = Float64Array | Int32Array | Uint8Array

/** The array itself while it holds `size` places, else a copy with at least twice the room. */
export function roomFor<T extends Numbers>(array: T, size: number): T {
  if (size <= array.length) return array
  const wider = new (array.constructor as new (length: number) => T)(Math.max(size, array.length * 2))
  wider.set(array)
  return wider
}
