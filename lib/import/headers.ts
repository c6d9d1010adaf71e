import { IMPORT_KINDS, type ImportKind } from '#lib/records/import'
import { HEADER_WORDS } from './header-words'

/** A header as it is compared: full-width and half-width, case, blanks and punctuation make no difference. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-・/:：."'「」]/g, '')
}

/** Without what stands in brackets: 金額（税抜） is 金額. */
const withoutBrackets = (key: string) => key.replace(/[([［【〔].*?[)\]］】〕]/g, '')

/**
 * The header of each field that the file seems to have. A column serves one field; of two columns with the same name
 * the first counts.
 * @param names other names of fields, such as an organisation's own words for its stages
 */
export function guessColumns(
  kind: ImportKind,
  headers: readonly string[],
  names: Readonly<Record<string, readonly string[]>> = {},
): Record<string, string> {
  const words: Readonly<Record<string, readonly string[]>> = HEADER_WORDS[kind]
  const fields = [...new Set([...Object.keys(names), ...Object.keys(words)])]
  const guessed: Record<string, string> = {}
  const taken = new Set<string>()
  for (const read of [headerKey, (header: string) => withoutBrackets(headerKey(header))]) {
    for (const field of fields) {
      if (guessed[field] !== undefined) continue
      const wanted = [...(names[field] ?? []), ...(words[field] ?? [])].map(headerKey)
      const found = firstOf(
        wanted,
        headers.filter((header) => !taken.has(header)),
        read,
      )
      if (found === undefined) continue
      guessed[field] = found
      taken.add(found)
    }
  }
  return guessed
}

/** The header of the earliest wanted word. */
function firstOf(wanted: readonly string[], headers: readonly string[], read: (header: string) => string) {
  const byKey = new Map([...headers].reverse().map((header) => [read(header), header]))
  return wanted.map((word) => byKey.get(word)).find((header) => header !== undefined)
}

/** Headers that only files of one kind have; the file's name may say it too. */
const TELLING: Record<ImportKind, RegExp> = {
  opportunities:
    /opportunityid|opportunityname|dealname|dealstage|商談名|取引名|案件名|フェーズ|商談id|closedate|失注理由|取引ステージ/,
  touches: /campaignmember|touch|接点|接触日|activitytype|memberstatus|firstresponded/,
  actuals: /訪問数|セッション|リード数|商談数|受注数|受注件数|visits|sessions|区分/,
  costs: /費用|コスト|広告費|消化金額|cost|spend/,
  leads: /leadid|リードid|leadstatus|lifecycle|ライフサイクル|リード状況|名刺|mql|becamea/,
}
const BY_NAME: readonly (readonly [ImportKind, RegExp])[] = [
  ['opportunities', /opportunit|deal|商談|案件|取引/i],
  ['touches', /touch|campaign.?member|接点|活動/i],
  ['costs', /cost|spend|費用|広告費/i],
  ['actuals', /actual|実績/i],
  ['leads', /lead|contact|リード|コンタクト|名刺/i],
]

/** What a file seems to hold: the kind with the most telling headers, then the file's name, then the most known columns. */
export function guessKind(headers: readonly string[], fileName: string): ImportKind {
  const keys = headers.map(headerKey)
  const named = BY_NAME.find(([, pattern]) => pattern.test(fileName))?.[0]
  const score = (kind: ImportKind) =>
    keys.filter((key) => TELLING[kind].test(key)).length * 2 +
    (kind === named ? 1.5 : 0) +
    Object.keys(guessColumns(kind, headers)).length / 10
  return IMPORT_KINDS.reduce((best, next) => (score(next) > score(best) ? next : best))
}

/** The headers of a file in one line, whatever their order: equal for files of the same shape. */
export function shapeText(headers: readonly string[]): string {
  return [...headers].map(headerKey).sort().join('\n')
}
