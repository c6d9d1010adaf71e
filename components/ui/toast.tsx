'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Toast as Radix } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

export type Toast = {
  readonly message: ReactNode
  readonly tone?: 'done' | 'warning'
  /** One way back, for instance 元に戻す. `label` is read out in full. */
  readonly action?: { readonly label: string; readonly onClick: () => void }
}

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Shows a toast: for what was done and can be undone, never for what must be read. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

/** Holds the toasts of the pages below it. Once, in the layout. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('common')
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([])
  const show = useCallback((toast: Toast) => {
    setToasts((shown) => [...shown.slice(-2), { ...toast, id: (shown.at(-1)?.id ?? 0) + 1 }])
  }, [])
  const close = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id))
  return (
    <ToastContext value={show}>
      <Radix.Provider label={t('notifications')} duration={8000} swipeDirection="down">
        {children}
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
        <Radix.Viewport className="fixed right-4 bottom-4 z-50 grid max-w-[calc(100vw-32px)] gap-2 outline-none" />
      </Radix.Provider>
    </ToastContext>
  )
}

function ToastLine({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const Icon = toast.tone === 'warning' ? TriangleAlert : Check
  return (
    <Radix.Root
      onOpenChange={(open) => !open && onClose()}
      className="flex min-h-10.5 items-center gap-2.5 rounded-2 bg-surface-inverse px-3.5 py-2 text-text-inverse shadow-2"
    >
      <Icon aria-hidden="true" size={15} className="shrink-0" />
      <Radix.Description className="min-w-0 flex-1">{toast.message}</Radix.Description>
      {toast.action !== undefined && (
        <Radix.Action
          altText={toast.action.label}
          onClick={toast.action.onClick}
          className="font-strong whitespace-nowrap underline underline-offset-3 outline-offset-4 outline-text-inverse pointer-coarse:min-h-11"
        >
          {toast.action.label}
        </Radix.Action>
      )}
    </Radix.Root>
  )
}
