import type { GroupFilter } from '../../../desk/screens/group.ts'

type Asked = Partial<Omit<GroupFilter, 'to'>> & Pick<GroupFilter, 'to'>
const WHO = { both: 'Mentors and mentees', mentors: 'Mentors', mentees: 'Mentees' } as const

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
