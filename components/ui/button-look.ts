import { classes } from './classes'

export type ButtonVariant = 'primary' | 'secondary' | 'text' | 'destructive'
export type ButtonSize = 'normal' | 'small'
export type ButtonLook = { readonly variant?: ButtonVariant; readonly size?: ButtonSize; readonly className?: string }

const VARIANT: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent text-on-accent not-disabled:hover:border-accent-hover not-disabled:hover:bg-accent-hover',
  secondary: 'border-border-control bg-surface text-text not-disabled:hover:bg-surface-3',
  text: 'border-transparent text-text-2 not-disabled:hover:bg-surface-3 not-disabled:hover:text-text',
  destructive: 'border-bad bg-surface text-bad not-disabled:hover:bg-bad-soft',
}

const SIZE: Record<ButtonSize, string> = {
  normal: 'h-(--control-h) px-3',
  small: 'h-6.5 px-2.25 text-small pointer-coarse:h-(--control-h)',
}

/** The look shared by a button and by a link that acts like one. */
export function buttonLook({ variant = 'secondary', size = 'normal', className }: ButtonLook): string {
  return classes(
    'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-2 border font-strong whitespace-nowrap transition-colors',
    variant === 'text'
      ? 'disabled:text-text-disabled'
      : 'disabled:border-border-strong disabled:bg-surface-3 disabled:text-text-3',
    VARIANT[variant],
    SIZE[size],
    variant === 'text' && 'px-2',
    className,
  )
}
