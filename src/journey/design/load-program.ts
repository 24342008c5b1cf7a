import { type Program, programSchema } from '../../model/program.ts'
import { type FileFault, readYaml } from './read-yaml.ts'
import { checkProgram } from './rules/check-program.ts'
import { expandRounds } from './rules/expand-rounds.ts'

export type Read =
  | { readonly ok: true; readonly value: Program }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** Reads a program file and says everything that is wrong with it at once; it never throws. */
export function readProgram(text: string): Read {
  const read = readYaml(text, {
    schema: programSchema,
    check: (program) => checkProgram(program, isZone),
    begin: 'Begin with "key:", as the files in programs/ do.',
  })
  return read.ok ? { ok: true, value: expandRounds(read.value) } : read
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The rules of a season as plain lines, for `design show`. */
export function describeProgram(program: Program): readonly string[] {
  const { meetings, roles } = program
  const call = (role: 'mentor' | 'mentee') =>
    `${roles[role].call.opens} to ${roles[role].call.closes ?? 'further notice'}, late ones: ${roles[role].call.late}`
  return [
    `${program.name}, ${program.season} (${program.key})`,
    `from ${program.startsOn} to ${program.endsOn}, days in ${program.zone}`,
    `calls: mentors ${call('mentor')}; mentees ${call('mentee')}`,
    `announcement on ${program.announcement.on}`,
    `meetings every ${meetings.everyDays} days from ${meetings.from} to ${meetings.until}, ${meetings.minutes} minutes`,
    `a mentor has ${program.matching.load.minimum} to ${program.matching.load.maximum} mentees`,
    ...(program.completion
      ? [`complete with ${program.completion.meetings} of ${program.completion.of} meetings`]
      : []),
    ...(program.certificate ? ['whoever completes it may have a certificate'] : []),
    ...program.events.map(
      (event) =>
        `event ${event.key}: ${event.minutes} minutes, sessions ${event.sessions.map((session) => session.key).join(', ')}${event.calledOff ? `, called off on ${event.calledOff.on}` : ''}`,
    ),
    ...Object.entries(program.surveys).map(([key, survey]) => `survey ${key}: ${survey.opens} to ${survey.closes}`),
    ...program.measures.map(
      (measure) =>
        `measure ${measure.key}: ${measure.text}${measure.targetPercent === undefined ? '' : `, target ${measure.targetPercent} %`}`,
    ),
  ]
}
