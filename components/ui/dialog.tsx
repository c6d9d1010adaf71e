'use client'

import { setNonce } from 'get-nonce'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useEffect } from 'react'
import { classes } from './classes'

type DialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  readonly description?: ReactNode
  /** Buttons, right to left in weight: the verb that closes the matter last. */
  readonly actions?: ReactNode
  /** From the side, full height: menus on a phone. */
  readonly sheet?: boolean
  readonly children?: ReactNode
}

/** A modal for what cannot be undone and for forms of a few fields. Esc and a click outside close it. */
export function Dialog({ open, onOpenChange, title, description, actions, sheet = false, children }: DialogProps) {
  const t = useTranslations('common')
  useNonceForScrollLock()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={classes('fixed z-50 flex flex-col bg-surface shadow-3 outline-none', sheet ? SHEET : BOX)}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-title">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-1 leading-text text-text-2">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close
              aria-label={t('close')}
              className="-mt-1 -mr-2 grid size-8 place-items-center rounded-2 text-text-3 hover:bg-surface-3 pointer-coarse:size-11"
            >
              <X aria-hidden="true" size={16} />
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4">{children}</div>
          {actions !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{actions}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const BOX =
  'top-1/2 left-1/2 max-h-[calc(100dvh-32px)] w-[min(480px,calc(100vw-24px))] -translate-x-1/2 -translate-y-1/2 rounded-3 border border-border-strong'
const SHEET = 'inset-y-0 left-0 w-[min(320px,calc(100vw-48px))] border-r border-border-strong'

/** The scroll lock writes a style element; under the strict CSP it needs the nonce of this page's scripts. */
function useNonceForScrollLock() {
  useEffect(() => {
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
    if (nonce) setNonce(nonce)
  }, [])
}
