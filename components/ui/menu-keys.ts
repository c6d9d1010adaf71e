const TYPING_PAUSE_MS = 500

/** The entries of a menu that can be chosen, in order. */
export function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')]
}

export function focusItem(item: HTMLElement | undefined): void {
  if (item && item !== document.activeElement) item.focus({ preventScroll: false })
}

/** What was typed lately, so that two quick letters mean a word. */
export type Typed = { text: string; at: number }

type Key = {
  readonly key: string
  readonly timeStamp: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The entry to which a key leads; null for a key that the menu does not know. */
export function itemAfterKey(menu: HTMLElement, event: Key, typed: Typed): HTMLElement | null {
  const items = itemsOf(menu)
  const focused = document.activeElement
  const here = focused instanceof HTMLElement ? items.indexOf(focused) : -1
  const at = nextIndex(event.key, here, items.length)
  if (at !== null) return items[at] ?? null
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return null
  typed.text = event.timeStamp - typed.at > TYPING_PAUSE_MS ? event.key : typed.text + event.key
  typed.at = event.timeStamp
  const words = items.map((item) => item.textContent ?? '')
  return items[indexByText(words, typed.text, here)] ?? null
}

/** Up and down go round, Home and End to the ends; null for other keys. */
export function nextIndex(key: string, here: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (here + 1) % count
  if (key === 'ArrowUp') return here <= 0 ? count - 1 : here - 1
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** The next word that begins with a text, after the present one for a single letter; −1 when none does. */
export function indexByText(words: readonly string[], text: string, here: number): number {
  const start = text.length === 1 ? here + 1 : Math.max(0, here)
  const order = words.map((_, step) => (start + step) % words.length)
  return order.find((at) => words[at]?.trim().toLowerCase().startsWith(text.toLowerCase())) ?? -1
}
