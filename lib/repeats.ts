/** A text that stands often enough to be worth its place in the list. */
const OFTEN = 3
const TEXT = /"(?:[^"\\]|\\.)*"/g
const BLANKS = /null(?:,null){2,}/g

/**
 * Writes figures as text with what repeats written once: names of fields, ids, runs of blank months. A page with a
 * thousand cells is a third as long.
 *
 * First a line with the list of texts, then JSON in which \t3\t stands for the list's fourth and \r5\r for five nulls:
 * JSON itself never holds a tab or a return, so nothing that people type is mistaken for them.
 */
export function withoutRepeats(value: unknown): string {
  const json = JSON.stringify(value)
  const times = new Map<string, number>()
  for (const [text] of json.matchAll(TEXT)) times.set(text, (times.get(text) ?? 0) + 1)
  const listed = [...times].filter(([text, count]) => count >= OFTEN && text.length > 5).map(([text]) => text)
  const place = new Map(listed.map((text, i) => [text, `\t${i}\t`]))
  const body = json
    .replace(TEXT, (text) => place.get(text) ?? text)
    .replace(BLANKS, (run) => `\r${(run.length + 1) / 5}\r`)
  return `[${listed.join()}]\n${body}`
}

/** Reads what `withoutRepeats` has written; as JSON.parse, of no known shape. */
export function readRepeats(text: string): unknown {
  const end = text.indexOf('\n')
  const listed: readonly string[] = JSON.parse(text.slice(0, end))
  const json = text
    .slice(end + 1)
    .replace(/\t(\d+)\t/g, (_, i) => JSON.stringify(listed[Number(i)]))
    .replace(/\r(\d+)\r/g, (_, count) => Array(Number(count)).fill('null').join())
  return JSON.parse(json)
}
