/** The parts a draft is edited in, each with the names of the file that belong to it. Dates are a part of their own. */
export const DRAFT_PARTS = [
  { key: 'dates', text: 'Dates', names: ['startsOn', 'endsOn'] },
  {
    key: 'about',
    text: 'About',
    names: [
      'key',
      'name',
      'season',
      'zone',
      'lengthText',
      'lede',
      'purpose',
      'mission',
      'hosts',
      'history',
      'structure',
      'resources',
    ],
  },
  { key: 'milestones', text: 'Milestones', names: ['timeline'] },
  { key: 'roles', text: 'Roles', names: ['roles', 'dual', 'acceptsSelfDeclared'] },
  { key: 'matching', text: 'Review and match', names: ['review', 'matching', 'announcement', 'retention'] },
  { key: 'meetings', text: 'Meetings', names: ['coffeeChats', 'meetings', 'completion', 'certificate', 'workbook'] },
  { key: 'events', text: 'Events', names: ['events'] },
  { key: 'training', text: 'Training', names: ['training'] },
  { key: 'surveys', text: 'Surveys', names: ['surveys', 'measures', 'results'] },
  { key: 'words', text: 'Words', names: ['messages', 'commonQuestions', 'contact', 'decisions'] },
] as const
export type DraftPart = (typeof DRAFT_PARTS)[number]['key']

/** The part in which a place of the file is edited. */
export function partOf(path: string): DraftPart {
  const [name] = path.split('.')
  return DRAFT_PARTS.find((it) => (it.names as readonly string[]).includes(name ?? ''))?.key ?? 'about'
}
