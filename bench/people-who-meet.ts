import { addDays } from '../src/calendar/days.ts'
import type { Window } from '../src/calendar/windows.ts'
import { answerByLink, answerMeeting } from '../src/journey/meet/actions/answers.ts'
import { pausePair } from '../src/journey/meet/actions/pair-changes.ts'
import { newId } from '../src/runtime/new-id.ts'
import { asAnybody, asOperator, type House } from '../src/runtime/open-context.ts'
import {
  ANSWERS_QUESTION,
  REMINDER_BRINGS_THEM_TOGETHER,
  SAYS_NO_WHEN_QUIET,
  SHARES,
  SLOWEST_ANSWER_HOURS,
} from './notice-assumed.ts'

const HOUR_MS = 3_600_000

export type Truth = keyof typeof SHARES
export type Case = {
  truth: Truth
  met: boolean
  rescued: boolean
  said: boolean
  seenOn: string | null
  wrongly: boolean
}
export type Pair = {
  readonly id: string
  readonly mentor: string
  readonly mentee: string
  readonly menteeEmail: string
  readonly cases: Case[]
}
type Errand = { readonly at: number; readonly run: () => Promise<void> }
type World = {
  readonly windows: readonly Window[]
  readonly everyDays: number
  readonly chance: () => number
  readonly now: () => string
  readonly house: () => Promise<House>
}

/** What is true of each window of a pair; the product does not know it. */
export function makeCases(windows: number, chance: () => number): Case[] {
  return Array.from({ length: windows }, () => {
    const truth = someTruth(chance)
    const met = ['logged', 'unlogged', 'disputed'].includes(truth)
    return { truth, met, rescued: false, said: false, seenOn: null, wrongly: false }
  })
}

function someTruth(chance: () => number): Truth {
  let left = chance()
  for (const [name, share] of Object.entries(SHARES)) {
    left -= share
    if (left < 0) return name as Truth
  }
  return 'logged'
}

/** Simulated pairs that meet or do not, write it down or do not, and answer letters or do not, through the product's own actions. */
export function peopleWhoMeet(world: World, pairs: readonly Pair[]) {
  const { windows, chance, now, house } = world
  const errands: Errand[] = []
  return { beginDay, readLetter, runErrands }

  /** Pauses begin with their window, and whoever logs does so within two days of the meeting. */
  async function beginDay(today: string): Promise<void> {
    for (const [index, window] of windows.entries()) {
      if (window.firstDay !== today) continue
      for (const pair of pairs) {
        const one = pair.cases[index]
        if (one?.truth === 'paused') {
          const as = { ...(await asOperator(await house(), undefined, today)), today }
          await pausePair(as, { mentee: pair.menteeEmail, until: window.lastDay })
        }
        if (one?.truth === 'logged') planLog(pair, index, addDays(today, Math.floor(chance() * world.everyDays)))
      }
    }
  }

  async function runErrands(at: number): Promise<void> {
    for (const errand of errands.filter((it) => it.at <= at)) await errand.run()
    errands.splice(0, errands.length, ...errands.filter((it) => it.at > at))
  }

  /** A letter about a meeting reaches its reader, who does what they would. */
  function readLetter(kind: string, personId: string, body: string): void {
    const pair = pairs.find((it) => it.mentor === personId || it.mentee === personId)
    if (pair && kind === 'meet-reminder') remind(pair)
    if (pair && kind === 'meet-question') question(pair, personId, /link=([\w-]+)/.exec(body)?.[1] ?? '')
  }

  function planLog(pair: Pair, index: number, heldOn: string): void {
    const people = chance() < 0.5 ? [pair.mentee] : [pair.mentee, pair.mentor]
    for (const person of people)
      errands.push({
        at: Date.parse(`${heldOn}T20:00:00Z`) + chance() * 48 * HOUR_MS,
        run: () => log(pair, index, person, heldOn),
      })
  }

  async function log(pair: Pair, index: number, personId: string, on: string): Promise<void> {
    const anybody = asAnybody(await house())
    const actor = { kind: 'person' as const, personId, hats: [], signInId: newId(), stepped: false }
    await answerMeeting({ ...anybody, actor }, { pair: pair.id, answer: { says: 'met', on, window: on } })
    said(pair, index)
  }

  function said(pair: Pair, index: number): void {
    const one = pair.cases[index]
    if (one) one.said = true
  }

  function remind(pair: Pair): void {
    const today = now().slice(0, 10)
    const index = windows.findIndex((it) => it.firstDay <= today && today <= it.lastDay)
    const one = pair.cases[index]
    if (one?.truth !== 'quiet' || one.met || chance() > REMINDER_BRINGS_THEM_TOGETHER / 2) return
    one.met = true
    one.rescued = true
    planLog(pair, index, today)
  }

  function question(pair: Pair, personId: string, secret: string): void {
    const today = now().slice(0, 10)
    const index = windows.findLastIndex((it) => it.lastDay < today)
    const one = pair.cases[index]
    const answer = one ? answerOf(one, personId === pair.mentor) : null
    if (!answer) return
    errands.push({
      at: Date.parse(now()) + chance() * SLOWEST_ANSWER_HOURS * HOUR_MS,
      run: async () => {
        const done = await answerByLink(asAnybody(await house()), { secret, answer, on: null })
        if (done?.fresh && answer === 'met') said(pair, index)
      },
    })
  }

  function answerOf(one: Case, isMentor: boolean): 'met' | 'not-met' | null {
    if (one.truth === 'disputed') return isMentor ? 'not-met' : 'met'
    if (!one.met) return chance() < SAYS_NO_WHEN_QUIET ? 'not-met' : null
    return chance() < ANSWERS_QUESTION ? 'met' : null
  }
}
