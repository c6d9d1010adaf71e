'use client'

import { Check } from 'lucide-react'
import {
  type ComponentProps,
  cloneElement,
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useRef,
} from 'react'
import type { Placing } from './beside'
import { classes } from './classes'
import { FLOATING } from './floating-look'
import { Link } from './link'
import { focusItem, itemAfterKey, itemsOf } from './menu-keys'
import { usePopover } from './use-popover'

const ITEM =
  'flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-[4px] px-2 py-1 text-left outline-none select-none focus:bg-accent-soft focus:text-accent aria-disabled:cursor-not-allowed aria-disabled:text-text-3 pointer-coarse:min-h-11'

type MenuProps = Pick<Placing, 'side' | 'align'> & {
  /** A button: it gets the menu's aria attributes. */
  readonly trigger: ReactElement<ComponentProps<'button'>>
  readonly children: ReactNode
  readonly className?: string
}

/** Closes the menu around an item. */
const CloseMenu = createContext<() => void>(() => {})

/** A menu under a button, in the browser's top layer. Arrow keys, Home, End, first letters and Esc work. */
export function Menu({ trigger, children, align, side, className }: MenuProps) {
  const fromEnd = useRef(false)
  const typed = useRef({ text: '', at: 0 })
  const { open, hide, show, panelProps, triggerProps } = usePopover({ side, align }, (panel) => {
    focusItem(itemsOf(panel).at(fromEnd.current ? -1 : 0))
    fromEnd.current = false
  })
  function triggerKey(event: KeyboardEvent<HTMLButtonElement>) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    fromEnd.current = event.key === 'ArrowUp'
    show()
  }
  function key(event: KeyboardEvent<HTMLDivElement>) {
    // The focus returns to the button, from where Tab goes on.
    if (event.key === 'Tab') return hide()
    const item = itemAfterKey(event.currentTarget, event, typed.current)
    if (item === null) return
    event.preventDefault()
    focusItem(item)
  }
  return (
    <CloseMenu value={hide}>
      {cloneElement(trigger, { ...triggerProps, 'aria-haspopup': 'menu', onKeyDown: triggerKey })}
      <div
        {...panelProps}
        role="menu"
        tabIndex={-1}
        aria-orientation="vertical"
        onKeyDown={key}
        onPointerMove={({ target }) => {
          if (target instanceof Element) focusItem(target.closest<HTMLElement>('[role^="menuitem"]') ?? undefined)
        }}
        className={classes(FLOATING, 'fixed inset-auto min-w-44 overflow-y-auto p-1', className)}
      >
        {open && children}
      </div>
    </CloseMenu>
  )
}

type MenuItemProps = {
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly disabled?: boolean
  readonly children: ReactNode
}

export function MenuItem({ onSelect, icon, disabled = false, children }: MenuItemProps) {
  const close = useContext(CloseMenu)
  // Closed first: where the choice moves the focus, it stays.
  function choose() {
    if (disabled) return
    close()
    onSelect()
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      onClick={choose}
      className={ITEM}
    >
      {icon}
      {children}
    </button>
  )
}

/** An entry that leads somewhere. `current` marks where one is. */
export function MenuLink({
  current = false,
  icon,
  children,
  ...rest
}: ComponentProps<typeof Link> & { readonly current?: boolean; readonly icon?: ReactNode }) {
  const close = useContext(CloseMenu)
  function follow(event: MouseEvent) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) close()
  }
  return (
    <Link
      {...rest}
      role="menuitem"
      tabIndex={-1}
      aria-current={current ? 'true' : undefined}
      onClick={follow}
      className={ITEM}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {current && <Check aria-hidden="true" size={14} className="text-accent" />}
    </Link>
  )
}

type MenuChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly onChange: (value: Value) => void
}

/** One of several inside a menu (language, theme). */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  const close = useContext(CloseMenu)
  function choose(chosen: Value) {
    close()
    onChange(chosen)
  }
  return (
    <>
      <MenuLabel>{label}</MenuLabel>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a menu (ARIA menu pattern) */}
      <div role="group" aria-label={label}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="menuitemradio"
            tabIndex={-1}
            aria-checked={option.value === value}
            onClick={() => choose(option.value)}
            className={ITEM}
          >
            <span className="w-3.5">{option.value === value && <Check aria-hidden="true" size={14} />}</span>
            {option.label}
          </button>
        ))}
      </div>
    </>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-1 text-micro text-text-3">{children}</div>
}

export function MenuSeparator() {
  return <hr className="-mx-1 my-1 h-px border-0 bg-border" />
}
