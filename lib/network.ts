const IPV4_IN_IPV6 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/

/**
 * What a limit counts as one place: an IPv4 address itself, of IPv6 the /64 network, because one customer holds 2^64
 * addresses and may use each once. Null for a text that is neither.
 */
export function networkOf(text: string): string | null {
  const address = text.trim().toLowerCase().replace(/%.*$/, '')
  const v4 = IPV4_IN_IPV6.exec(address)?.[1] ?? address
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(v4)) return v4
  if (!/^[0-9a-f:]+$/.test(address) || !address.includes(':')) return null
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...(tail === undefined ? [] : zeros), ...after]
  if (groups.length !== 8) return null
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}
