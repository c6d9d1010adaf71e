/** Identity of a record with an id of its source: the id is the record, whatever else changes. */
export function externalIdentity(externalId: string): string {
  return `x:${externalId}`
}

/**
 * Identity of a record without one: its content and its count among equal rows of the same file (1 for the first).
 * Equal rows of one file are all kept, and the same file again names the same records.
 * @param hash SHA-256 of the row's content, in hex
 */
export function contentIdentity(hash: string, count: number): string {
  return `c:${hash}:${count}`
}
