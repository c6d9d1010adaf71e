/** The form of an identity that was made of a row's content. */
const CONTENT = /^c:[0-9a-f]{64}:\d+$/

/**
 * Identity of a record with an id of its source: the id is the record, whatever else changes. An export names records
 * without one by their identity, which stays what it is when the export comes back.
 */
export function externalIdentity(externalId: string): string {
  return CONTENT.test(externalId) ? externalId : `x:${externalId}`
}

/** The id under which a record leaves: externalIdentity(exportedId(x)) = x. */
export function exportedId(identity: string): string {
  return identity.startsWith('x:') ? identity.slice(2) : identity
}

/**
 * Identity of a record without one: its content and its count among equal rows of the same file (1 for the first).
 * Equal rows of one file are all kept, and the same file again names the same records.
 * @param hash SHA-256 of the row's content, in hex
 */
export function contentIdentity(hash: string, count: number): string {
  return `c:${hash}:${count}`
}
