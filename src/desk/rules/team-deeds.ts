/** Verbs of actions that look and change nothing: who looked is for those looked at, by hat and day. PRODUCT.md, who sees what. */
const LOOKS = /^(see|show|read|open|preview|check|search|find|compare|download|export)(?=[A-Z]|$)/
/** Kept to the people of the season’s team who may know it. */
const TEAM_STAGES = [
  'design',
  'apply',
  'review',
  'match',
  'announce',
  'learn',
  'gather',
  'meet',
  'survey',
  'results',
  'desk',
  'people',
  'office',
]

type Known = { readonly hats: readonly string[]; readonly discreet?: boolean; readonly program?: boolean }

/** Hats of a season’s own team. What the people team and named contacts do is for them alone. */
export const TEAM_HATS = ['coordinator', 'reviewer'] as const

/** Actions by which somebody of a season’s team changes something: those a feed lists, of one stage or of all. */
export function teamDeeds(permissions: Readonly<Record<string, Known>>, stage: string | null): readonly string[] {
  return Object.entries(permissions).flatMap(([action, it]) => {
    const [home = '', verb = ''] = action.split('.')
    const isOfTeam = it.hats.some((hat) => TEAM_HATS.some((known) => known === hat))
    const fits = stage === null ? TEAM_STAGES.includes(home) : home === stage
    return fits && isOfTeam && !it.discreet && !LOOKS.test(verb) ? [action] : []
  })
}

/** Stages in which a team has something to do, in the order of a season. */
export function stagesOfDeeds(permissions: Readonly<Record<string, Known>>): readonly string[] {
  return TEAM_STAGES.filter((it) => teamDeeds(permissions, it).length > 0)
}
