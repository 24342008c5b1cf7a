import type { Day } from '../../model/day.ts'
import type { Program } from '../../model/program.ts'
import type { Role } from '../../model/role.ts'
import type { ToDo } from './plan-next.ts'
import type { OwnDeeds } from './plan-rail.ts'

/**
 * What a season asks of somebody in these roles of a running pair and is still to be done, each with its last day: surveys that
 * are open and not answered, events of which a day is known and that they neither signed up for nor came to, required trainings
 * with a last day. What is optional is never asked for. Issue 4, my page.
 */
export function planToDo(program: Program, roles: readonly Role[], deeds: OwnDeeds, today: Day): readonly ToDo[] {
  if (roles.length === 0) return []
  const base = { season: program.name, path: `/seasons/${program.key}` }
  return [
    ...surveysIn(program, roles, deeds, today),
    ...eventsIn(program, deeds, today),
    ...trainingsIn(program, roles, deeds),
  ].map(({ path, ...it }) => ({ ...it, season: base.season, href: `${base.path}${path}` }))
}

/** To choose from one's shortlist, until its day; null where there is none. */
export function planChoosing(
  { program, hasChosen, heard }: { program: Program; hasChosen: boolean | null; heard: string | null },
  today: Day,
): readonly ToDo[] {
  const by = program.matching.shortlist?.chooseBy
  if (!by || hasChosen !== false || heard !== null || today > by) return []
  return [
    { kind: 'shortlist', name: program.name, by, season: program.name, href: `/seasons/${program.key}/shortlist` },
  ]
}

type InSeason = Omit<ToDo, 'season' | 'href'> & { readonly path: string }

function surveysIn(program: Program, roles: readonly Role[], { answered }: OwnDeeds, today: Day): readonly InSeason[] {
  return Object.entries(program.surveys).flatMap(([key, { name, opens, closes, questions }]): InSeason[] => {
    const isOpen = opens <= today && today <= closes
    const open = roles.find(
      (role) => (questions[role] ?? []).length > 0 && !answered.some((it) => it.survey === key && it.role === role),
    )
    return isOpen && open ? [{ kind: 'survey', name, by: closes, path: `/surveys/${key}?role=${open}` }] : []
  })
}

function eventsIn(program: Program, { events, signedUp }: OwnDeeds, today: Day): readonly InSeason[] {
  return program.events.flatMap(({ key, name, optional, sessions, calledOff }): InSeason[] => {
    const by = sessions
      .flatMap(({ on }) => (on && on >= today ? [on] : []))
      .sort()
      .at(-1)
    const isDone = events.includes(key) || signedUp.includes(key)
    return by && !optional && !calledOff && !isDone ? [{ kind: 'event', name, by, path: `/events/${key}` }] : []
  })
}

function trainingsIn(program: Program, roles: readonly Role[], { courses }: OwnDeeds): readonly InSeason[] {
  return program.training.flatMap(({ name, dueOn, required, roles: of, alternatives }): InSeason[] => {
    const isDone = alternatives.some((it) => courses.includes(it.key))
    const isTheirs = of.some((role) => roles.includes(role))
    return dueOn && required && isTheirs && !isDone ? [{ kind: 'training', name, by: dueOn, path: '/training' }] : []
  })
}
