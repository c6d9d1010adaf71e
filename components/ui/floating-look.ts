/** What floats above the page: the only place with a shadow. */
export const FLOATING = 'z-50 rounded-2 border border-border-strong bg-surface text-text shadow-2 outline-none'
