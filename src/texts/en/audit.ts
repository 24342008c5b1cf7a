/** Who stands before a line of the audit: their name, and by which way they came where that was no page. */
export function whoDid(kind: string, name: string | null): string {
  const person = name ?? 'Somebody whose record is gone'
  switch (kind) {
    case 'person':
      return person
    case 'operator':
      return `${person}, at the machine`
    case 'token':
      return `${person}, by token`
    case 'program':
      return 'The product itself'
    case 'directory-service':
      return 'The directory service'
    case 'link':
      return 'Somebody with a link'
    default:
      return 'Somebody not signed in'
  }
}

const GROUNDS: Readonly<Record<string, string>> = {
  own: 'as their own affair',
  anyone: 'as anybody may',
  link: 'by the link',
  operator: 'as whoever has the machine',
  'people-team': 'as people team',
  'named-contact': 'as named contact',
}

/** What let them through: "as coordinator", "as their own affair"; nothing where the product acted by itself. */
export function onWhatGround(ground: string | null): string {
  if (ground === null || ground === 'program' || ground === 'directory-service') return ''
  return GROUNDS[ground] ?? `as ${ground}`
}

/** "Content of 3 people was shown." */
export function contentShown(people: number): string {
  return people === 1 ? 'Content of one person was shown.' : `Content of ${people} people was shown.`
}

/** "sound from 1 to 17" or "line-changed at 7", as a sentence after the instant of the check. */
export function whatTheCheckFound(about: string | null): string {
  const [, from, until] = /^sound from (\d+) to (\d+)$/.exec(about ?? '') ?? []
  if (from && until) return `Every line from number ${from} to ${until} was as it was written.`
  const [, fault = about, number] = /^([a-z-]+) at (\d+)$/.exec(about ?? '') ?? []
  if (fault === 'empty' || fault === null) return 'There was nothing to check.'
  return `Something is not as it was written${number ? `, at number ${number}` : ''} (${fault}). Whoever runs the machine should look into it at once.`
}
