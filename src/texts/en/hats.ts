import type { Hat } from '../../model/hats.ts'

const NAMES: Readonly<Record<Hat, string>> = {
  coordinator: 'coordinator',
  reviewer: 'reviewer',
  'people-team': 'people team',
  manager: 'manager',
  owner: 'owner',
  auditor: 'auditor',
  'named-contact': 'named contact',
}

/** "coordinator", "people team", "deputy of the named contact". */
export function hatName(hat: Hat, isDeputy = false): string {
  return hat === 'named-contact' && isDeputy ? 'deputy of the named contact' : NAMES[hat]
}

/** The same at the beginning of a line. */
export function hatTitle(hat: Hat, isDeputy = false): string {
  const name = hatName(hat, isDeputy)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

const OPENS: Readonly<Record<Hat, string>> = {
  coordinator: 'runs seasons, reads applications and pairs people',
  reviewer: 'reads the applications they are asked to score',
  'people-team': 'says of each name whether it is cleared, and sees nothing else',
  manager: 'confirms what they are asked, once the person has agreed to ask',
  owner: 'sets the organisation up, gives hats and makes keys safe; reads no content',
  auditor: 'reads who did what on which day; never content',
  'named-contact': 'is told when a pair is not working, and nobody else is',
}

/** What somebody with a hat does: the sentence goes on after it. */
export function hatOpens(hat: Hat, isDeputy = false): string {
  return hat === 'named-contact' && isDeputy
    ? 'is told when a report was not opened by the next working day'
    : OPENS[hat]
}
