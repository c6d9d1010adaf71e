import type { ComponentProps } from 'react'
import { classes } from './classes'
import { Link } from './link'

/** A link in a sentence or in a card's header. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classes(
        'font-strong whitespace-nowrap text-accent underline-offset-3 hover:underline pointer-coarse:py-3',
        className,
      )}
    />
  )
}
