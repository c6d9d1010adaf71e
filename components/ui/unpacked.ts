import { use } from 'react'
import type { Packed } from '#lib/packed'

/** As many as a page's parts share: words, figures, and those of the page before. */
const MOST = 8
const opened = new Map<string, Promise<unknown>>()

/**
 * What a page has sent packed; waits for it where it is not read yet, so only parts that the browser draws may ask.
 * The same object for the same text: figures are kept by it.
 */
export function useUnpacked<Value>(text: Packed<Value>): Value {
  return use(unpacked(text))
}

/** The same, for whoever can await it. */
export function unpacked<Value>(text: Packed<Value>): Promise<Value> {
  const found = opened.get(text)
  if (found) return found as Promise<Value>
  const reading = read(text)
  opened.set(text, reading)
  reading.catch(() => opened.delete(text))
  for (const oldest of opened.keys()) {
    if (opened.size <= MOST) break
    opened.delete(oldest)
  }
  return reading as Promise<Value>
}

/** Of what shape, says the type of the text. */
async function read(text: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Response(json).json()
}
