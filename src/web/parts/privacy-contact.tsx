/** Who answers questions about privacy: an address, a page, or a name with neither. */
export function PrivacyContact({ contact }: { contact: string | null }) {
  if (!contact) return <>Questions about privacy go to the owners of this site.</>
  const href = hrefOf(contact)
  return (
    <>
      Questions about privacy go to{' '}
      {href ? (
        <a class="a wrap-anywhere" href={href}>
          {contact}
        </a>
      ) : (
        contact
      )}
      .
    </>
  )
}

function hrefOf(contact: string): string | null {
  if (/^https:\/\/\S+$/.test(contact)) return contact
  return /^[^@\s]+@[^@\s]+$/.test(contact) ? `mailto:${contact}` : null
}
