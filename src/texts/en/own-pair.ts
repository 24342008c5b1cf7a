import type { Criterion } from '../../model/shared-text.ts'

/** "Day", "Week" or "Window": what a window is called on its own pair's pages, where one short word fits. */
export function windowWord(everyDays: number): string {
  if (everyDays === 1) return 'Day'
  return everyDays === 7 ? 'Week' : 'Window'
}

/** The first word of a name: how people who know each other are called in running text. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] || name
}

type Asked = { readonly says: string; readonly asks: string; readonly sharpen: string }

/** Each criterion of a goal as something to tick, as something that holds, and as what is left to sharpen. */
export const CRITERIA_IN_WORDS: Readonly<Record<Criterion, Asked>> = {
  'time-bound': { asks: 'It has a date', says: 'it has a date', sharpen: 'by when?' },
  certain: {
    asks: 'You are certain: you want it, and it can be reached',
    says: 'you are certain of it',
    sharpen: 'what makes you certain that you can reach it?',
  },
  specific: {
    asks: 'It says exactly what will be different',
    says: 'it says exactly what will be different',
    sharpen: 'what exactly will be different?',
  },
  positive: {
    asks: 'It says what you want, not what you want to be rid of',
    says: 'it says what you want',
    sharpen: 'what do you want instead?',
  },
  measurable: {
    asks: 'You will know when it is done',
    says: 'you will know when it is done',
    sharpen: 'who or what will tell you that it went well?',
  },
  personal: {
    asks: 'It is yours, and in your own hands',
    says: 'it is yours',
    sharpen: 'what of it is in your own hands?',
  },
}
