import { type Context, isAllowed } from '../runtime/context.ts'

export type Way = { readonly href: string; readonly text: string }
/** Ways that belong together: one's own, those of seasons, those of the organisation. */
export type WayGroup = { readonly name: string; readonly ways: readonly Way[] }

type Offered = Way & { readonly action: string; readonly ofASeason?: true; readonly keepsSeason?: true }

/** Every way of the masthead, by what one comes for. The first of a group stands in the masthead itself. */
const GROUPS: readonly { readonly name: string; readonly ways: readonly Offered[] }[] = [
  {
    name: 'You',
    ways: [
      { href: '/my', text: 'My page', action: 'desk.seeMyPage' },
      { href: '/mentors', text: 'Mentors', action: 'offer.seeMentors' },
      { href: '/me', text: 'My data', action: 'people.seeMyData' },
    ],
  },
  {
    name: 'Seasons',
    ways: [
      { href: '/desk', text: 'Today', action: 'desk.seeToday', ofASeason: true },
      { href: '/desk/pairs', text: 'Pairs', action: 'desk.seePairs', ofASeason: true, keepsSeason: true },
      { href: '/desk/design', text: 'Design', action: 'design.seeDrafts', ofASeason: true },
      { href: '/desk/events', text: 'Events', action: 'gather.seeEvents', ofASeason: true, keepsSeason: true },
      { href: '/desk/health', text: 'Season', action: 'desk.seeHealth', ofASeason: true, keepsSeason: true },
      { href: '/desk/selection', text: 'Selecting', action: 'desk.seeSelection', ofASeason: true, keepsSeason: true },
      { href: '/reviews', text: 'Reviews', action: 'review.seeOwnReviews', ofASeason: true },
      { href: '/clearance', text: 'Clearance', action: 'desk.seeClearance', ofASeason: true },
      { href: '/desk/activity', text: 'Activity', action: 'desk.seeActivity', ofASeason: true, keepsSeason: true },
      { href: '/imports', text: 'Spreadsheets', action: 'office.seeImports', ofASeason: true },
      { href: '/look-again', text: 'Look again', action: 'people.seeLookAgain', ofASeason: true },
    ],
  },
  {
    name: 'Reports',
    ways: [{ href: '/reports', text: 'Reports', action: 'meet.readReports', ofASeason: true }],
  },
  {
    name: 'Organisation',
    ways: [
      { href: '/office', text: 'Set-up', action: 'office.seeBoard' },
      { href: '/people', text: 'People', action: 'people.seeDirectory' },
      { href: '/office/hats', text: 'Hats', action: 'office.seeHats' },
      { href: '/upkeep/audit', text: 'Audit', action: 'upkeep.seeAudit' },
      { href: '/upkeep/record', text: 'Record', action: 'upkeep.seeRecord' },
    ],
  },
]

const NOBODY: readonly WayGroup[] = [{ name: 'You', ways: [{ href: '/sign-in', text: 'Sign in' }] }]

/** The ways around for whoever is there: only what they may open. Those of one season lead to the season that is looked at. */
export function waysFor({ actor }: Context, season: string | null): readonly WayGroup[] {
  if (actor.kind !== 'person') return NOBODY
  // Before the second step the way there is shown: the page itself asks for it.
  const stepped = { ...actor, stepped: true }
  const people = [actor.personId]
  // A hat of one season opens a page of its own things.
  const seasons = [undefined, ...new Set(actor.hats.map((it) => it.seasonId ?? undefined))]
  const opens = ({ action, ofASeason }: Offered) =>
    (ofASeason ? seasons : [undefined]).some((seasonId) => isAllowed(stepped, action, { people, seasonId }))
  const query = season ? `?${new URLSearchParams({ season })}` : ''
  const asWay = ({ href, text, keepsSeason }: Offered): Way => ({ href: keepsSeason ? `${href}${query}` : href, text })
  return GROUPS.map(({ name, ways }) => ({ name, ways: ways.filter(opens).map(asWay) })).filter(
    (it) => it.ways.length > 0,
  )
}
