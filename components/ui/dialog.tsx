'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
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

/**
 * A modal for what cannot be undone and for forms of a few fields: the browser's own, which keeps the focus inside and
 * gives it back. Esc and a click outside close it. The first field gets the focus: the closing cross stands last.
 */
export function Dialog({ open, onOpenChange, title, description, actions, sheet = false, children }: DialogProps) {
  const t = useTranslations('common')
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = box.current
    if (!open || !dialog) return
    const letGo = holdPage()
    dialog.showModal()
    return () => {
      dialog.close()
      letGo()
    }
  }, [open])
  // A close that comes late, of a dialog that was opened again since, says nothing.
  const closed = () => box.current?.open || onOpenChange(false)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a modal dialog by itself
    <dialog
      ref={box}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      onClose={closed}
      onClick={({ target, currentTarget }) => target === currentTarget && onOpenChange(false)}
      className={classes(
        'fixed bg-surface text-text shadow-3 outline-none backdrop:bg-scrim open:flex',
        sheet ? SHEET : BOX,
      )}
    >
      {open && (
        <div className="flex min-h-0 w-full flex-col">
          <div className="px-5 pt-4 pr-13 pb-2">
            <h2 id={`${id}-title`} className="text-title">
              {title}
            </h2>
            {description !== undefined && (
              <p id={`${id}-description`} className="mt-1 leading-text text-text-2">
                {description}
              </p>
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4">{children}</div>
          {actions !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{actions}</div>
          )}
          <button
            type="button"
            aria-label={t('close')}
            onClick={() => onOpenChange(false)}
            className="absolute top-3 right-3 grid size-8 place-items-center rounded-2 text-text-3 hover:bg-surface-3 pointer-coarse:top-1.5 pointer-coarse:right-1.5 pointer-coarse:size-11"
          >
            <X aria-hidden="true" size={16} />
          </button>
        </div>
      )}
    </dialog>
  )
}

const BOX =
  'inset-0 m-auto h-fit max-h-[calc(100dvh-32px)] w-[min(480px,calc(100vw-24px))] rounded-3 border border-border-strong'
const SHEET =
  'inset-y-0 right-auto left-0 m-0 h-dvh max-h-none w-[min(320px,calc(100vw-48px))] border-r border-border-strong'

/** What lies behind stays where it is: it does not scroll, nor move into the place of its scroll bar. */
function holdPage(): () => void {
  const { style, clientWidth } = document.documentElement
  const { overflow, scrollbarGutter } = style
  if (window.innerWidth > clientWidth) style.scrollbarGutter = 'stable'
  style.overflow = 'hidden'
  return () => {
    style.overflow = overflow
    style.scrollbarGutter = scrollbarGutter
  }
}
