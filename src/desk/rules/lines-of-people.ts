import { addDays, daysBetween } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'
import type { DeskFacts, DeskLine, TrainingFact } from './desk-line.ts'

const DAYS_FOR_ADDRESS = 2
/** A certificate is asked after from two weeks before the pair's first day. */
const DAYS_BEFORE_START = 14
/** A training behind its target is looked at from a week before its day: reminding then still helps. */
const DAYS_BEFORE_TRAINING = 7

/** Promised answers, certificates and trainings that are missing, and letters that came back. */
export function linesOfPeople(facts: DeskFacts): readonly DeskLine[] {
  return [
    ...facts.lookAgain.map(lookAgainLine),
    ...facts.uncertified.flatMap((it) => certificateLine(it, facts.today)),
    ...facts.trainings.flatMap((it) => trainingLine(it, facts.today)),
    ...facts.undelivered.map(undeliveredLine),
  ]
}

function lookAgainLine(it: DeskFacts['lookAgain'][number]): DeskLine {
  const { id, personId, dueOn } = it
  const key = `look-again ${id}`
  return { kind: 'look-again', key, subject: 'people', id, personId, dueOn, since: null, people: [personId] }
}

function certificateLine(it: DeskFacts['uncertified'][number], today: Day): readonly DeskLine[] {
  if (daysBetween(today, it.startsOn) > DAYS_BEFORE_START) return []
  const key = `certificate ${it.personId} ${it.training} ${it.startsOn}`
  const dueOn = addDays(it.startsOn, -1)
  return [{ kind: 'certificate', key, subject: 'people', ...it, dueOn, since: null, people: [it.personId] }]
}

function trainingLine({ dueOn, ...it }: TrainingFact, today: Day): readonly DeskLine[] {
  const isBehind = it.completed * 100 < it.expected * it.targetPercent
  if (!isBehind || daysBetween(today, dueOn) > DAYS_BEFORE_TRAINING) return []
  return [
    {
      kind: 'training',
      key: `training ${it.course} ${dueOn}`,
      subject: 'people',
      ...it,
      dueOn,
      since: null,
      people: [],
    },
  ]
}

function undeliveredLine({ personId, letters, on }: DeskFacts['undelivered'][number]): DeskLine {
  const dueOn = addDays(on, DAYS_FOR_ADDRESS)
  const key = `undelivered ${personId} ${on}`
  return { kind: 'undelivered', key, subject: 'people', personId, letters, since: on, dueOn, people: [personId] }
}
