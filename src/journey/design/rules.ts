import { planWindows } from '../../calendar/windows.ts'
import type { Program } from '../../model/program.ts'
import { ROLES } from '../../model/role.ts'

/** A contradiction inside a program file: where it stands, a permanent code, what is wrong and what to do. */
export type Fault = {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly message: string
  readonly remedy: string
}

/** Everything a program file contradicts itself in; empty when it can be run. `isZone` knows the time zones. */
export function checkProgram(program: Program, isZone: (zone: string) => boolean): readonly Fault[] {
  return [
    ...(isZone(program.zone)
      ? []
      : [
          fault(
            ['zone'],
            'unknown-zone',
            `"${program.zone}" is not a time zone`,
            'Write a zone such as Europe/Dublin or Etc/UTC.',
          ),
        ]),
    ...checkSpan(program),
    ...checkCalls(program),
    ...checkMeetings(program),
    ...checkEvents(program),
    ...checkSurveys(program),
    ...checkTraining(program),
    ...checkLoad(program),
    ...checkWorth(program),
  ]
}

function fault(path: Fault['path'], code: string, message: string, remedy: string): Fault {
  return { path, code, message, remedy }
}

function checkSpan(program: Program): Fault[] {
  const faults: Fault[] = []
  if (program.endsOn < program.startsOn)
    faults.push(
      fault(
        ['endsOn'],
        'end-before-start',
        `the season ends on ${program.endsOn}, before it starts on ${program.startsOn}`,
        'Give an end after the start.',
      ),
    )
  const said = /(\d+) months?/.exec(program.lengthText ?? '')?.[1]
  const days = (Date.parse(program.meetings.until) - Date.parse(program.meetings.from)) / 86_400_000
  const months = Math.round(days / 30.44)
  if (said && Math.abs(Number(said) - months) >= 1)
    faults.push(
      fault(
        ['lengthText'],
        'length-differs',
        `the text says ${said} months and the meetings run for ${months}`,
        'Make the text and the dates agree.',
      ),
    )
  return faults
}

function checkCalls(program: Program): Fault[] {
  return ROLES.flatMap((role) => {
    const { opens, closes } = program.roles[role].call
    const at = ['roles', role, 'call', 'closes']
    if (!closes) return []
    const faults: Fault[] = []
    if (closes < opens)
      faults.push(
        fault(
          at,
          'close-before-open',
          `the call closes on ${closes}, before it opens on ${opens}`,
          'Give a close after the opening.',
        ),
      )
    if (program.announcement.on <= closes)
      faults.push(
        fault(
          ['announcement', 'on'],
          'announced-too-early',
          `pairs are announced on ${program.announcement.on}, while the call for ${role}s is open until ${closes}`,
          'Announce after both calls have closed.',
        ),
      )
    return faults
  })
}

function checkMeetings(program: Program): Fault[] {
  const { from, until, everyDays } = program.meetings
  if (until < from)
    return [
      fault(
        ['meetings', 'until'],
        'end-before-start',
        `meetings end on ${until}, before they start on ${from}`,
        'Give an end after the start.',
      ),
    ]
  const faults: Fault[] = []
  if (from < program.startsOn || until > program.endsOn)
    faults.push(
      fault(
        ['meetings'],
        'outside-season',
        `meetings run from ${from} to ${until}, outside the season (${program.startsOn} to ${program.endsOn})`,
        'Keep them inside the season.',
      ),
    )
  const windows = planWindows({ from, until, everyDays }).length
  if (windows === 0)
    faults.push(
      fault(
        ['meetings', 'everyDays'],
        'no-window-fits',
        `no window of ${everyDays} days fits between ${from} and ${until}`,
        'Shorten the rhythm or lengthen the season.',
      ),
    )
  const { completion } = program
  if (completion && completion.meetings > completion.of)
    faults.push(
      fault(
        ['completion', 'meetings'],
        'unreachable',
        `${completion.meetings} of ${completion.of} meetings cannot be held`,
        'Ask for at most as many as there are.',
      ),
    )
  if (completion && completion.of > windows)
    faults.push(
      fault(
        ['completion', 'of'],
        'unreachable',
        `there are ${windows} windows, not ${completion.of}`,
        `Write at most ${windows}.`,
      ),
    )
  return faults
}

function checkEvents(program: Program): Fault[] {
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

function checkSurveys(program: Program): Fault[] {
  return Object.entries(program.surveys).flatMap(([key, survey]) => {
    const faults: Fault[] = []
    if (survey.closes < survey.opens)
      faults.push(
        fault(
          ['surveys', key, 'closes'],
          'close-before-open',
          `the survey ${key} closes on ${survey.closes}, before it opens on ${survey.opens}`,
          'Give a close after the opening.',
        ),
      )
    if (!survey.questions.mentor && !survey.questions.mentee)
      faults.push(
        fault(
          ['surveys', key, 'questions'],
          'nobody-asked',
          `the survey ${key} asks nobody`,
          'Add questions for mentor or mentee.',
        ),
      )
    return faults
  })
}

function checkTraining(program: Program): Fault[] {
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

function checkLoad({ matching }: Program): Fault[] {
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

/** Weights that decide nothing, and questions that nobody is asked. */
function checkWorth({ matching: { worth }, roles }: Program): Fault[] {
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
