/** What a spreadsheet would take for a formula, behind any number of guards that are already there. */
const FORMULA = /^'*[=+\-@\t\r\0＝＋－＠]/

/** A text cell that no spreadsheet runs: one that begins like a formula gets a leading ', which importing takes off again. */
export function formulaSafe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text behind the guard of formulaSafe: unguarded(formulaSafe(x)) = x. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
