'use client'

import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonLook, buttonLook } from './button-look'
import { Spinner } from './spinner'

type ButtonProps = ComponentProps<'button'> & ButtonLook & { readonly icon?: ReactNode; readonly pending?: boolean }

/**
 * A button. One `primary` per view; `secondary` is the default, `text` for the quiet ones, `destructive` for what
 * removes. While `pending` it keeps its width and focus, shows a spinner and ignores clicks.
 */
export function Button({ variant, size, className, icon, pending = false, children, onClick, ...rest }: ButtonProps) {
  function click(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      onClick={click}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={buttonLook({ variant, size, className })}
    >
      {pending && <Spinner className="absolute border-current/40 border-t-current" />}
      <span className={pending ? 'inline-flex items-center gap-1.5 opacity-0' : 'inline-flex items-center gap-1.5'}>
        {icon}
        {children}
      </span>
    </button>
  )
}

/** The button that sends the form around it; pending while the form's action runs. */
export function SubmitButton(props: Omit<ButtonProps, 'pending' | 'type'>) {
  const { pending } = useFormStatus()
  return <Button variant="primary" {...props} type="submit" pending={pending} />
}
