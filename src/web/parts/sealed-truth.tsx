/** The truth about what is sealed with a person's own key: who could still read it. */
export function SealedTruth({ what }: { what: string }) {
  return (
    <>
      {what} sealed with a key of your own before it is stored. Whoever has the database or a backup cannot read it.
      People who run the server’s software could.
    </>
  )
}
