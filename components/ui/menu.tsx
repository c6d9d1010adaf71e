'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { FLOATING } from './floating-look'

const ITEM =
  'flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-[4px] px-2 py-1 text-left outline-none select-none data-[highlighted]:bg-accent-soft data-[highlighted]:text-accent data-[disabled]:cursor-not-allowed data-[disabled]:text-text-3 pointer-coarse:min-h-11'

type MenuProps = {
  /** A button: it gets the menu's aria attributes. */
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
  readonly side?: 'top' | 'bottom' | 'right'
  readonly className?: string
}

/** A menu under a button. Arrow keys, type-ahead and Esc work. Not modal: it injects no style, so the CSP stays strict. */
export function Menu({ trigger, children, align = 'start', side = 'bottom', className }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={classes(
            FLOATING,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto p-1',
            className,
          )}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

type MenuItemProps = {
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly disabled?: boolean
  readonly children: ReactNode
}

export function MenuItem({ onSelect, icon, disabled, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item className={ITEM} disabled={disabled} onSelect={onSelect}>
      {icon}
      {children}
    </DropdownMenu.Item>
  )
}

/** An entry that leads somewhere. `current` marks where one is. */
export function MenuLink({
  current = false,
  icon,
  children,
  ...rest
}: ComponentProps<typeof Link> & { readonly current?: boolean; readonly icon?: ReactNode }) {
  return (
    <DropdownMenu.Item asChild>
      <Link {...rest} aria-current={current ? 'true' : undefined} className={ITEM}>
        {icon}
        <span className="min-w-0 flex-1 truncate">{children}</span>
        {current && <Check aria-hidden="true" size={14} className="text-accent" />}
      </Link>
    </DropdownMenu.Item>
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
  const choose = (chosen: string) => {
    const option = options.find((o) => o.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <>
      <MenuLabel>{label}</MenuLabel>
      <DropdownMenu.RadioGroup aria-label={label} value={value} onValueChange={choose}>
        {options.map((option) => (
          <DropdownMenu.RadioItem key={option.value} value={option.value} className={ITEM}>
            <span className="w-3.5">
              <DropdownMenu.ItemIndicator>
                <Check aria-hidden="true" size={14} />
              </DropdownMenu.ItemIndicator>
            </span>
            {option.label}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-micro text-text-3">{children}</DropdownMenu.Label>
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-border" />
}
