import type { Day } from '../../../model/day.ts'
import { longDay } from '../../../texts/en/days.ts'

type Facts = {
  /** Who it is written to. */
  readonly name: string
  readonly event: string
  readonly program: string
  readonly on: Day
  readonly because: string
  readonly address: string
}

/** What people who wait for an event read when it is called off. */
export function calledOffLetter(it: Facts) {
  const lines = [
    `Hello ${it.name},`,
    `“${it.event}” of ${it.program} is called off since ${longDay(it.on)}: ${it.because}`,
    `There is nothing for you to do. If it takes place after all, you hear of it. Its page: ${it.address}`,
  ]
  return { subject: `“${it.event}” is called off`, body: lines.join('\n\n'), why: WHY }
}

/** What the same people read when it takes place after all. */
export function heldAfterAllLetter(it: Facts) {
  const lines = [
    `Hello ${it.name},`,
    `“${it.event}” of ${it.program} takes place after all: ${it.because}`,
    `You are signed up as you were before. Look whether the days still suit you, and change or withdraw there: ${it.address}`,
  ]
  return { subject: `“${it.event}” takes place after all`, body: lines.join('\n\n'), why: WHY }
}

const WHY = 'You get this because you signed up for this event, or said that you would come.'
