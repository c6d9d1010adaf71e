/** Why something was not done on the server, announced at once. */
export function VerbFault({ fault }: { readonly fault: string | null }) {
  if (fault === null) return null
  return (
    <p role="alert" className="text-small leading-text text-bad">
      {fault}
    </p>
  )
}
