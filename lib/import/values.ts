/** What may become of a value instead of one of the organisation's own things. */
export const SKIP_ROW = 'skip'
export const LEAVE_BLANK = 'blank'
export const CREATE = 'create'

/** What tools write where nothing was chosen. */
export const MISSING_WORDS = [
  'unknown',
  'select',
  '-none-',
  '--なし--',
  'n/a',
  '#n/a',
  'null',
  '-',
  '—',
  '未設定',
  '不明',
  'なし',
] as const

/** Without blanks and without anything that has another form. */
const PLAIN = /^[!-~]*$/

/** How a cell's text is compared with words that mean blank, and with the names of channels. */
export function valueKey(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
}
