import { isDay } from '../model/day.ts'

/** What an operation can be told besides its file: an option of the command line, a parameter of the API. */
export type Option = {
  readonly name: string
  readonly required?: boolean
  /** On the command line it may also stand alone, after the verb, in the order of the options. */
  readonly word?: boolean
  readonly about: string
} & (
  | { readonly kind: 'text' | 'number' | 'day' | 'time' | 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
)

export const MOST_OF_A_NUMBER = 999_999

/** What is wrong with an option as it was written, or null: the sentence goes on after its name. */
export function optionFault(option: Option, value: string): string | null {
  switch (option.kind) {
    case 'text':
      return null
    case 'number':
      return /^\d{1,6}$/.test(value) ? null : `is a whole number, not ${value}`
    case 'day':
      return isDay(value) ? null : `is a day such as 2021-07-08, not ${value}`
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : `is a time such as 09:00, not ${value}`
    case 'switch':
      return value === 'true' || value === 'false' ? null : `is true or false, not ${value}`
    case 'choice':
      return option.choices.includes(value) ? null : `is ${option.choices.join(' or ')}, not ${value}`
  }
}
