import type { GroupFilter } from '../../../desk/screens/group.ts'
import { countOf } from '../../../texts/en/results.ts'

type Asked = Partial<Omit<GroupFilter, 'to'>> & Pick<GroupFilter, 'to'>
const WHO = { both: 'Mentors and mentees', mentors: 'Mentors', mentees: 'Mentees' } as const

const AS = { both: '', mentors: ' as mentor', mentees: ' as mentee' } as const
const WAITS = {
  both: 'The waiting list and the reserve',
  mentors: 'Mentors in reserve',
  mentees: 'The waiting list',
} as const

/** Whom a letter is to, as its heading and its button say it: a group with people who are not named has no number. */
export function toWhom({ to, who }: Pick<GroupFilter, 'to' | 'who'>, people: number): string {
  return to === 'applied' ? `everyone who applied${AS[who]}` : countOf(people, 'person', 'people')
}

/** Who a group is, as its heading says it; `of` is the training or the event it is about. */
export function groupInWords({ to, who, q, standing }: GroupFilter, of: string | null): string {
  switch (to) {
    case 'pairs':
      return [
        WHO[who],
        `of ${standing === null ? 'all' : standing} pairs`,
        q.trim() === '' ? '' : `that “${q.trim()}” finds`,
      ]
        .filter((it) => it !== '')
        .join(' ')
    case 'quiet':
      return `${WHO[who]} of pairs of which nothing is known`
    case 'training':
      return `${WHO[who]} who have not completed ${of ?? 'a training'}`
    case 'certificate':
      return `${WHO[who]} whose promised certificate is missing`
    case 'seats':
      return `${WHO[who]} without a session of ${of ?? 'an event'} inside their working day`
    case 'person':
      return 'One person'
    case 'applied':
      return `Everyone who applied${AS[who]}, by name those whose application is with you`
    case 'unplaced':
      return `Everyone who applied${AS[who]} and has no place`
    case 'waiting':
      return `${WAITS[who]}, in no order`
  }
}

/** The address on which a group is written to: the filter is the group. */
export function writePath(season: string, { to, who, of, q, standing }: Asked): string {
  const query = new URLSearchParams({
    season,
    to,
    ...(who && who !== 'both' ? { who } : {}),
    ...(of ? { of } : {}),
    ...(q ? { q } : {}),
    ...(standing ? { standing } : {}),
  })
  return `/desk/write?${query}`
}
