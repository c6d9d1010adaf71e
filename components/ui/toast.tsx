'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'

export type Toast = {
  readonly message: ReactNode
  readonly tone?: 'done' | 'warning'
  /** One way back, for instance 元に戻す. `label` is read out in full. */
  readonly action?: { readonly label: string; readonly onClick: () => void }
}

const STAYS_MS = 8000

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Shows a toast: for what was done and can be undone, never for what must be read. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

/** Holds the toasts of the pages below it. Once, in the layout. F8 leads to them, as is usual for notifications. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('common')
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([])
  const region = useRef<HTMLElement>(null)
  const show = useCallback((toast: Toast) => {
    setToasts((shown) => [...shown.slice(-2), { ...toast, id: (shown.at(-1)?.id ?? 0) + 1 }])
  }, [])
  const close = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), [])
  useEffect(() => {
    const lead = (event: KeyboardEvent) => event.key === 'F8' && region.current?.focus()
    addEventListener('keydown', lead)
    return () => removeEventListener('keydown', lead)
  }, [])
  return (
    <ToastContext value={show}>
      {children}
      <section
        ref={region}
        aria-label={t('notifications')}
        aria-live="polite"
        tabIndex={-1}
        className="fixed right-4 bottom-4 z-50 grid max-w-[calc(100vw-32px)] gap-2 outline-none"
      >
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </section>
    </ToastContext>
  )
}

/** Goes by itself, but not while somebody points at it or has the focus in it. */
function ToastLine({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const [held, setHeld] = useState(false)
  const Icon = toast.tone === 'warning' ? TriangleAlert : Check
  const { action } = toast
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onClose, STAYS_MS)
    return () => clearTimeout(timer)
  }, [held, onClose])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only holds it; the focus does the same
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="flex min-h-10.5 items-center gap-2.5 rounded-2 bg-surface-inverse px-3.5 py-2 text-text-inverse shadow-2"
    >
      <Icon aria-hidden="true" size={15} className="shrink-0" />
      <span className="min-w-0 flex-1">{toast.message}</span>
      {action !== undefined && (
        <button
          type="button"
          onClick={() => {
            action.onClick()
            onClose()
          }}
          className="font-strong whitespace-nowrap underline underline-offset-3 outline-offset-4 outline-text-inverse pointer-coarse:min-h-11"
        >
          {action.label}
        </button>
      )}
    </div>
  )
}
