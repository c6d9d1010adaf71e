import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look'
import { Link } from './link'

/** A link that looks like a button: for what leads somewhere, not for what changes something. */
export function ButtonLink({
  variant,
  size,
  className,
  icon,
  children,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook & { readonly icon?: ReactNode }) {
  return (
    <Link {...rest} className={buttonLook({ variant, size, className })}>
      {icon}
      {children}
    </Link>
  )
}
