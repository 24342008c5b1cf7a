/** How long something stays, as the entries of the columns say it. */
type Rule =
  | { readonly days: number; readonly from: string; readonly columns?: readonly string[] }
  | { readonly forGood: string }

const READERS: Readonly<Record<string, string>> = {
  public: 'everybody',
  subject: 'you',
  partner: 'the other half of your pair',
  participant: 'everybody of the season',
  coordinator: 'the coordinators of the season',
  reviewer: 'the reviewers',
  'people-team': 'the people team',
  'named-contact': 'the named contact',
  owner: 'the owners',
  auditor: 'the auditors',
}
const OF_ANYBODY: Readonly<Record<string, string>> = {
  ...READERS,
  subject: 'the person themselves',
  partner: 'the other half of their pair',
  participant: 'everybody of the season',
}

/** "you, the coordinators of the season and the reviewers"; "nobody" where there is no reader. */
export function readersInWords(readers: readonly string[], whose: 'yours' | 'anybody’s' = 'yours'): string {
  const words = readers.map((it) => (whose === 'yours' ? READERS : OF_ANYBODY)[it] ?? it)
  return words.length === 0 ? 'nobody' : listInWords(words)
}

/** "a, b and c". */
export function listInWords(words: readonly string[]): string {
  const last = words[words.length - 1] ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** How long the rows of one kind stay, rule by rule. */
export function retentionInWords(rules: readonly Rule[]): string {
  return rules.map(ruleInWords).join('; ')
}

function ruleInWords(rule: Rule): string {
  if ('forGood' in rule) return rule.forGood
  const what = rule.columns ? `${listInWords(rule.columns.map(columnInWords))}: ` : ''
  return `${what}${sinceInWords(rule.days, rule.from)}`
}

function sinceInWords(days: number, from: string): string {
  const span = daysInWords(days)
  switch (from) {
    case 'season-end':
      return days === 0 ? 'until the season’s end' : `${span} after the season’s end`
    case 'season-end-unless-placed':
      return `${span} after the season’s end where nobody was placed`
    case 'selection':
      return `${span} after everyone has heard, or as the program says`
    case 'expired':
      return `${span} after it has expired`
    case 'settled':
      return `${span} after the letter left`
    default:
      return `${span} after it was recorded`
  }
}

function daysInWords(days: number): string {
  if (days === 1) return 'a day'
  if (days === 365) return 'a year'
  return days % 365 === 0 ? `${days / 365} years` : `${days} days`
}

/** "submitted on" for `submitted_on`: the names of columns are words with lines between them. */
export function columnInWords(column: string): string {
  return column.replace(/_(id|at|on)$/, '').replaceAll('_', ' ')
}

const GROUNDS: Readonly<Record<string, string>> = {
  coordinator: 'A coordinator',
  reviewer: 'A reviewer',
  'people-team': 'The people team',
  manager: 'A manager',
  owner: 'An owner',
  auditor: 'An auditor',
  'named-contact': 'The named contact',
  operator: 'Whoever has the machine',
  program: 'The product itself',
  own: 'The other half of your pair',
}

/** Who looked, by the hat they wore and never by name. */
export function groundInWords(ground: string): string {
  return GROUNDS[ground] ?? 'Somebody'
}

const CLASSES: Readonly<Record<string, string>> = {
  S1: 'the organisation',
  S2: 'the people of the season',
  S3: 'who needs it',
  S4: 'named people only',
  secret: 'nobody: a hash, or sealed',
  key: 'an id, a day or a state',
}

/** How far a value may travel. */
export function classInWords(fieldClass: string): string {
  return CLASSES[fieldClass] ?? fieldClass
}
