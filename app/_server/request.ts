import { headers } from 'next/headers'
import { networkOf } from '#lib/network'
import { environment } from './env'

/** Where the request comes from, for limits: the socket's address, or the nearest proxy's word where one is trusted. */
export async function address(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for') ?? ''
  return networkOf(forwarded.split(',').at(-1) ?? '') ?? 'unknown'
}

/** A path of this site to go to after logging in; anything else (other hosts, schemes, control characters) is '/'. */
export function ownPath(path: string | undefined): string {
  if (!path?.startsWith('/') || /[\\\p{Cc}]/u.test(path)) return '/'
  const { origin } = environment()
  const target = URL.canParse(path, origin) ? new URL(path, origin) : null
  return target?.origin === origin && !target.pathname.startsWith('//') ? `${target.pathname}${target.search}` : '/'
}
