/**
 * Counts equal texts of a file, such as ids or hashes of rows, in 12 bytes each, so that a million fit into 25 MB. A text
 * is known by 53 bits: among a million different ones two are taken for equal in 1 file of 18,000, and then the second
 * one merely has the count 2.
 */
export class EqualRows {
  #keys = new Float64Array(1024)
  #counts = new Uint32Array(1024)
  #size = 0

  /** How often this text has come by now, this time included. */
  count(text: string): number {
    if (this.#size * 2 >= this.#keys.length) this.#grow()
    // 0 marks a free place.
    const key = bitsOf(text) + 1
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

/** 53 bits of a text, evenly spread (cyrb53, public domain). */
function bitsOf(text: string): number {
  let one = 0xdeadbeef
  let other = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return 4294967296 * (2097151 & other) + (one >>> 0)
}
