/** The first character of a name, in a disc. */
export function Avatar({ name }: { readonly name: string }) {
  const [first = ''] = name.trim()
  return (
    <span
      aria-hidden="true"
      className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-small font-strong text-accent"
    >
      {first.toUpperCase()}
    </span>
  )
}
