import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link to another screen. Nothing is fetched before it is followed: every screen is made anew for each request, so
 * that all there is to fetch beforehand is its address, at two requests for each link in sight.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
