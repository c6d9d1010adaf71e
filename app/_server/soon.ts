/** What is there after so long still goes into the first HTML; people begin to notice a wait at about this. */
const SOON_MS = 100

/**
 * A value that is ready at once, else null: what takes longer is sent after the page (Suspense), which waits for no slow
 * read. @param within ms
 */
export async function soon<Value extends object | string>(
  value: Promise<Value>,
  within = SOON_MS,
): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), within)
  })
  try {
    return await Promise.race([value, late])
  } finally {
    clearTimeout(timer)
  }
}
