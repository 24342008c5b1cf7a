import type { PersonInput } from '../people/shapes/directory.ts'

/** Invented names; any likeness is chance. */
const FIRST =
  'Amara Bilal Chidi Dana Elif Farid Greta Hana Ivo Jonas Kaya Lena Malik Nadia Oskar Priya Quinn Rosa Samir Tomas Uma Vera Wanjiru Ximena Yusuf Zofia Aoife Bram Carmen Dmitri Esther Finn'.split(
    ' ',
  )
const LAST =
  'Abara Brandt Castellano Dvorak Eriksen Farouk Grant Haddad Iversen Jansen Kamau Lindqvist Moreno Nakata Okoye Petrov Quiroga Reyes Sato Tanaka Ueda Varga Weiss Xiang Yilmaz Zeman Achterberg Byrne Cooper Demir'.split(
    ' ',
  )
const ZONES = [
  'Europe/Dublin',
  'Europe/Dublin',
  'Europe/Berlin',
  'Europe/Warsaw',
  'America/New_York',
  'Asia/Singapore',
] as const
const DIVISIONS: Readonly<Record<string, readonly string[]>> = {
  'Patient Care': ['Wards', 'Outpatients', 'Emergency'],
  Laboratories: ['Pathology', 'Imaging'],
  Engineering: ['Platform', 'Records', 'Devices'],
  Finance: ['Billing', 'Procurement'],
  People: ['Hiring', 'Learning'],
  Operations: ['Facilities', 'Logistics', 'Kitchens'],
  Research: ['Trials', 'Statistics'],
  Communications: ['Press', 'Web'],
}
const LEADS_PER_DIVISION = 1
export const DEMO_PEOPLE = 300

/** Numbers that are the same in every demo: a linear congruential generator, parts of one in 2^31. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

/** Three hundred invented people in eight divisions, each division with a lead, each department with a head. */
export function demoPeople(): readonly PersonInput[] {
  const roll = dice(7)
  const departments = Object.entries(DIVISIONS).flatMap(([division, names]) =>
    names.map((department) => ({ division, department })),
  )
  const divisions = Object.keys(DIVISIONS)
  return Array.from({ length: DEMO_PEOPLE }, (_, at) => {
    const home =
      at < divisions.length
        ? { division: divisions[at] ?? '', department: null }
        : departments[(at - divisions.length) % departments.length]
    const name = `${FIRST[at % FIRST.length]} ${LAST[(at * 7 + 3 * Math.floor(at / FIRST.length)) % LAST.length]}`
    return {
      row: at + 2,
      email: addressOf(at),
      name,
      employeeId: null,
      title: titleOf(at, divisions.length, departments.length),
      division: home?.division ?? null,
      department: home?.department ?? home?.division ?? null,
      team: null,
      managerRef: managerOf(at, divisions, departments),
      startedOn: `${2012 + roll(13)}-0${1 + roll(9)}-1${roll(9)}`,
      timeZone: ZONES[roll(ZONES.length)] ?? null,
      expertise: null,
    }
  })
}

/**
 * People of the large divisions first, one division after the other. Whoever answers no survey is taken from the end, so that in the
 * large ones enough answer for a group of their own, whoever was matched with whom.
 */
export function largeDivisionsFirst(emails: readonly string[]): readonly string[] {
  const divisions = new Map(demoPeople().map((it) => [it.email, it.division ?? '']))
  const rank = (email: string) => {
    const division = divisions.get(email) ?? ''
    return `${9 - (DIVISIONS[division]?.length ?? 0)} ${division} ${email}`
  }
  return [...emails].sort((one, two) => (rank(one) < rank(two) ? -1 : 1))
}

export function addressOf(at: number): string {
  return `${(FIRST[at % FIRST.length] ?? 'x').toLowerCase()}.${at + 1}@northwind.example`
}

function titleOf(at: number, divisions: number, departments: number): string {
  if (at < divisions * LEADS_PER_DIVISION) return 'Director'
  return at < divisions + departments
    ? 'Head of department'
    : (['Specialist', 'Senior specialist', 'Coordinator', 'Analyst', 'Team lead'][at % 5] ?? '')
}

function managerOf(
  at: number,
  divisions: readonly string[],
  departments: readonly { division: string }[],
): string | null {
  if (at < divisions.length) return at === 0 ? null : addressOf(0)
  const department = (at - divisions.length) % departments.length
  if (at < divisions.length + departments.length)
    return addressOf(divisions.indexOf(departments[department]?.division ?? ''))
  return addressOf(divisions.length + department)
}
