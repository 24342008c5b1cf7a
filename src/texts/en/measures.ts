import type { Results } from '../../model/figures.ts'
import type { MeasureFigure, MissingFigure } from '../../model/measure-figure.ts'
import type { Definition } from '../../model/measures.ts'
import type { Program } from '../../model/program.ts'
import type { Respondent } from '../../model/respondent.ts'
import { changeInWords } from './change.ts'
import { longDay } from './days.ts'
import { percentOf, percentTenths, targetInWords } from './percent.ts'
import { cadenceAnswer, cadenceShare, countOf, respondentHeading, respondentsInWords } from './results.ts'

const MISSING: Readonly<Record<MissingFigure, string>> = {
  'not-begun': 'no figure yet: nothing has ended that could be counted',
  'not-published': 'no figure yet: it appears once the survey has closed',
  'no-answers': 'no figure: the survey has closed, and no answers are on record',
  'no-such-question': 'no figure: no closed survey asked this',
  'not-in-the-program': 'no figure: the program file says nothing that it could be counted by',
  'not-yet': 'no figure yet: it is counted after the season',
  'directory-is-older': 'not known: the directory has not been brought up to date since the season ended',
  'directory-says-nothing': 'not known: the directory does not hold what it would be counted by',
}

/** What one of a thing is called: one, several, and what it must not do if the aim is to be reached. */
const THINGS: Readonly<Partial<Record<Definition, readonly [one: string, many: string, misses: string]>>> = {
  retention: ['pair', 'pairs', 'end early'],
  attendance: ['invitation', 'invitations', 'be missed'],
  engagement: ['person', 'people', 'stay away from all live events'],
  training: ['person', 'people', 'be late with it'],
  cadence: ['pair', 'pairs', 'miss'],
  completion: ['pair', 'pairs', 'fall short'],
}

/** A figure in words: "28 of 33, 84.8 %". */
export function figureInWords(it: MeasureFigure): string {
  const { counted, base, least, most } = it
  if (it.missing) return MISSING[it.missing]
  if (it.shown !== null) {
    const words = it.shown === 'too few' ? 'too few people to show a figure' : it.shown
    return base === null || it.shown === 'too few' ? words : `${words} of ${base}`
  }
  if (it.change !== null)
    return `${changeInWords(it.change, false)}, of ${countOf(it.change.base, 'person', 'people')} who answered both times`
  if (counted === null && least !== null && most !== null && base !== null)
    return `${least} to ${most} of ${base}, ${percentOf(least, base)} to ${percentOf(most, base)}`
  if (counted === null) return 'no figure'
  if (base === null) return String(counted)
  if (base === 0) return 'nobody to count yet'
  return `${counted} of ${base}, ${percentOf(counted, base)}`
}

/** What not knowing everything leaves open; null where all is known. */
export function bestCaseInWords({ counted, base, most, definition }: MeasureFigure): string | null {
  if (definition !== 'cadence' || counted === null || base === null || most === null) return null
  return `${counted} is the worst case; ${most} of ${base}, ${percentOf(most, base)}, if every window of which nothing is known yet was met.`
}

/** What can still come of a target: "At most 96.9 % can still be reached; one more pair may miss." */
export function reachInWords(it: MeasureFigure): string | null {
  const { definition, target, forecast, standing } = it
  if (target === null || forecast === null || standing === null) return null
  const aim = targetInWords(target)
  const total = forecast.total
  const atMost = percentOf(standing.reached + standing.open, total)
  if (standing.open === 0) return forecast.state === 'reached' ? `The aim of ${aim} is reached.` : `The aim was ${aim}.`
  if (forecast.state === 'reached') return `The aim of ${aim} is reached, whatever comes.`
  if (forecast.state === 'out-of-reach')
    return `The aim of ${aim} can no longer be reached${isKnown(it) ? '' : ', as far as is known'}: ${atMost} is the most that can come.`
  const [one, many, misses] = THINGS[definition] ?? ['', '', '']
  const may =
    forecast.mayMiss === 0
      ? `not one more ${one} may ${misses}`
      : `${countOf(forecast.mayMiss, `more ${one}`, `more ${many}`)} may ${misses}`
  return `At most ${atMost} can still be reached; for ${aim}, ${may}.`
}

/** Whether nothing is open that somebody may still tell of. */
function isKnown({ counted, most }: MeasureFigure): boolean {
  return most === null || most === counted
}

/** Bars of a figure, 0 to 100: what is certain, and what is still possible beyond it. */
export function barOf(it: MeasureFigure): { readonly certain: number; readonly possible: number } | null {
  if (it.standing === null || it.missing !== null || it.shown !== null) return null
  const { reached, missed, open } = it.standing
  const total = reached + missed + open
  const share = (count: number) => (percentTenths(count, total) ?? 0) / 10
  return total === 0 ? null : { certain: share(reached), possible: share(reached + open) }
}

/** What a figure is about, beside its measure; empty where it is the whole of it. */
export function partInWords(program: Program, { definition, of }: MeasureFigure): string {
  const [first = '', second = '', third = '', fourth] = of
  switch (definition) {
    case 'participation':
      return first
    case 'departments':
    case 'divisions':
      return respondentHeading(whoIs(first))
    case 'engagement':
      return { live: 'came to a live event', optional: 'came to an optional event' }[first] ?? 'questions asked'
    case 'training':
      return program.training.find((it) => it.alternatives.some((one) => one.key === first))?.name ?? first
    case 'goals':
    case 'skills':
    case 'agreement':
    case 'recommend':
    case 'change':
    case 'feedback': {
      if (first === '') return ''
      const survey = program.surveys[first]
      const question = survey?.questions[whoIs(second)]?.find((it) => it.key === third)?.text ?? third
      const said = [survey?.name ?? first, respondentsInWords(whoIs(second)), question, fourth ?? '']
      return said.filter((it) => it !== '').join(', ')
    }
    default:
      return ''
  }
}

/** Who is asked, by their name in the program file. */
function whoIs(key: string): Respondent {
  return key === 'mentor' || key === 'supervisor' || key === 'leaver' ? key : 'mentee'
}

/** Numerator, denominator and what was left out, with the numbers in them. */
export function countedInWords(it: MeasureFigure, asOf: string): string {
  const { counted, base, excluded } = it
  const left = excluded > 0 ? ` ${excluded} left out.` : ''
  const numbers = counted === null ? '' : base === null ? `${counted}.` : `${counted} divided by ${base}.`
  return `${numbers}${left} As of ${longDay(asOf)}.`.trim()
}

/** The share behind the answer of a results page, and what can still come of its aim. */
export function headlineShare({ cadence, measures }: Results): string {
  const reach = measures.filter((it) => it.definition === 'cadence').map(reachInWords)[0] ?? null
  if (reach === null || cadence.windowsDue === 0) return cadenceShare(cadence)
  return `That is ${percentOf(cadence.pairsEveryWindow, cadence.pairs)}. ${reach}`
}

/** A picture of the headline figures, in words. */
export function pictureInWords(program: Program, results: Results): string {
  const head = `${program.name}, ${program.season}: ${cadenceAnswer(results.cadence, program.meetings.everyDays)}.`
  const lines = picturedMeasures(results).map(({ measure, words }) => {
    const text = program.measures.find((it) => it.key === measure)?.text ?? measure
    return `${text}: ${words}.`
  })
  return [head, ...lines, `As of ${longDay(results.asOf)}.`].join(' ')
}

/** At most so many measures stand in a picture. */
const PICTURED = 3

/** The measures that a picture shows: the first that are one share and have one. */
export function picturedMeasures({ measures }: Results) {
  const firsts = measures.filter(
    (it, at) => it.measure !== measures[at - 1]?.measure && it.measure !== measures[at + 1]?.measure,
  )
  return firsts
    .flatMap((it) => {
      const bar = barOf(it)
      return bar === null || it.counted === null
        ? []
        : [{ measure: it.measure, target: it.target, words: figureInWords(it), ...bar }]
    })
    .slice(0, PICTURED)
}
