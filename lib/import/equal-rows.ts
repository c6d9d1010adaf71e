/**
 * Counts equal rows of a file by their hash, in 12 bytes a row, so that a million rows fit into 25 MB. 52 bits of the
 * hash tell two rows apart: among a million rows two different ones are taken for equal in 1 file of 9,000, and then
 * the second one merely has the count 2 in its identity.
 */
export class EqualRows {
  #keys = new Float64Array(1024)
  #counts = new Uint32Array(1024)
  #size = 0

  /** How often this hash has come by now, this time included. @param hash at least 13 hexadecimal digits */
  count(hash: string): number {
    if (this.#size * 2 >= this.#keys.length) this.#grow()
    // 0 marks a free place.
    const key = Number.parseInt(hash.slice(0, 13), 16) + 1
    const place = this.#placeOf(key)
    if (this.#keys[place] === 0) this.#size++
    this.#keys[place] = key
    const count = (this.#counts[place] ?? 0) + 1
    this.#counts[place] = count
    return count
  }

  /** Where the key stands, or the free place that is its own. */
  #placeOf(key: number): number {
    const last = this.#keys.length - 1
    let place = key % this.#keys.length
    while (this.#keys[place] !== 0 && this.#keys[place] !== key) place = place === last ? 0 : place + 1
    return place
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts]
    this.#keys = new Float64Array(keys.length * 2)
    this.#counts = new Uint32Array(keys.length * 2)
    keys.forEach((key, i) => {
      if (key === 0) return
      const place = this.#placeOf(key)
      this.#keys[place] = key
      this.#counts[place] = counts[i] ?? 0
    })
  }
}
