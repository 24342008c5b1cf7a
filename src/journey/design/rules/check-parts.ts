import type { Program } from '../../../model/program.ts'
import { ROLES } from '../../../model/role.ts'
import { type Fault, fault } from './fault.ts'

export function checkEvents(program: Program): Fault[] {
  const keys = program.events.map((event) => event.key)
  return program.events.flatMap((event, at) => {
    const days = [...daysOf(event.when), ...event.sessions.flatMap((session) => (session.on ? [session.on] : []))]
    const faults = days
      .filter((day) => day > program.endsOn || day < program.startsOn)
      .map((day) =>
        fault(
          ['events', at, 'when'],
          'outside-season',
          `${event.key} on ${day} is outside the season (${program.startsOn} to ${program.endsOn})`,
          'Move the event or the season.',
        ),
      )
    if (keys.indexOf(event.key) !== at)
      faults.push(
        fault(
          ['events', at, 'key'],
          'repeated-key',
          `there are two events "${event.key}"`,
          'Give each event a key of its own.',
        ),
      )
    const sessions = event.sessions.map((session) => session.key)
    if (new Set(sessions).size < sessions.length)
      faults.push(
        fault(
          ['events', at, 'sessions'],
          'repeated-key',
          `${event.key} has two sessions of one key`,
          'Give each session a key of its own.',
        ),
      )
    return faults
  })
}

function daysOf(when: Program['events'][number]['when']): readonly string[] {
  if ('day' in when) return [when.day]
  if ('days' in when) return when.days
  if ('from' in when) return [when.from, when.until]
  if ('weekOf' in when) return [when.weekOf]
  return 'by' in when ? [when.by] : []
}

export function checkTraining(program: Program): Fault[] {
  const known = program.training.flatMap((training) => training.alternatives.map((one) => one.key))
  return ROLES.flatMap((role) =>
    program.roles[role].requirements.flatMap((requirement, at) =>
      requirement.kind === 'certificate' && !known.includes(requirement.training)
        ? [
            fault(
              ['roles', role, 'requirements', at, 'training'],
              'unknown-training',
              `no training has the key "${requirement.training}"`,
              `Use one of: ${known.join(', ')}.`,
            ),
          ]
        : [],
    ),
  )
}

export function checkLoad({ matching }: Program): Fault[] {
  const { minimum, maximum } = matching.load
  return minimum > maximum
    ? [
        fault(
          ['matching', 'load', 'minimum'],
          'minimum-above-maximum',
          `a mentor has at least ${minimum} and at most ${maximum} mentees`,
          'Let the minimum be the smaller.',
        ),
      ]
    : []
}

/** A day by which nobody can choose, or by which it is too late. */
export function checkShortlist({ matching: { shortlist }, roles, announcement }: Program): Fault[] {
  if (!shortlist) return []
  const { chooseBy } = shortlist
  const at = ['matching', 'shortlist', 'chooseBy']
  const early = ROLES.flatMap((role) => {
    const { opens, closes } = roles[role].call
    if (chooseBy > (closes ?? opens)) return []
    const until = closes ? `is open until ${closes}` : `opens on ${opens}`
    const says = `mentees choose their mentors by ${chooseBy}, while the call for ${role}s ${until}`
    return [fault(at, 'chosen-too-early', says, 'Let them choose after both calls have closed.')]
  })
  if (chooseBy < announcement.on) return early
  const says = `mentees choose their mentors by ${chooseBy}, and pairs are announced on ${announcement.on}`
  return [...early, fault(at, 'chosen-too-late', says, 'Let them choose before the day of the announcement.')]
}

/** Weights that decide nothing, and questions that nobody is asked. */
export function checkWorth({ matching: { worth }, roles }: Program): Fault[] {
  const at = ['matching', 'worth']
  const none = worth?.weights !== undefined && Object.values(worth.weights).every((it) => it === 0)
  const asked = ROLES.flatMap((role) => roles[role].questions.map((it) => it.key))
  const unknown = Object.entries(worth?.questions ?? {}).filter(([, key]) => key !== undefined && !asked.includes(key))
  return [
    ...(none
      ? [
          fault(
            [...at, 'weights'],
            'weights-all-zero',
            'every weight is 0, so no pair is better than another',
            'Give at least one part a weight.',
          ),
        ]
      : []),
    ...unknown.map(([name, key]) =>
      fault(
        [...at, 'questions', name],
        'question-unknown',
        `no application asks a question "${key}"`,
        'Name the key of a question of the applications.',
      ),
    ),
  ]
}
