/** Legal forms, Japanese ones before or after a name, others after it. NFKC has made ㈱ to (株) before. */
const FORMS_JA =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|[(（](?:株|有|同|資|名|社|財)[)）]/g
const FORMS_EN =
  /(?:[\s,]+(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|plc|gmbh|ag|kk|k\.k|s\.a|sa|bv|pty|pte)\.?)+[\s,]*$/

/**
 * The form in which company names are compared: NFKC, lower case, without the legal form, blanks and punctuation
 * between words as one blank. '㈱ ABC商事' and 'ABC商事株式会社' are the same company.
 */
export function accountNameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(FORMS_JA, ' ')
  const key = squeezed(plain.trim().replace(FORMS_EN, ' '))
  // A name that is nothing but a legal form stays what it is.
  return key || squeezed(name.normalize('NFKC').toLowerCase()) || name
}

function squeezed(text: string): string {
  return text.replace(/[\s.,・&'’"\-‐]+/gu, ' ').trim()
}
