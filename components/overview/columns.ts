/** On a wide window two columns that end on the same line; on others the cards' own order. The landing stands first. */
export const COLUMNS =
  'grid grid-cols-[minmax(0,1fr)] gap-3 laptop:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] laptop:grid-rows-[auto_1fr]'

const COLUMN = 'contents min-w-0 flex-col gap-3 laptop:flex'

/** Below the landing, and beside it: cards that can grow take what is left. */
export const BELOW = `${COLUMN} laptop:col-start-1 laptop:row-start-2`
export const BESIDE = `${COLUMN} laptop:col-start-2 laptop:row-span-2 laptop:row-start-1`
