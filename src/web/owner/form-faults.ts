import type { Invalid } from '../../runtime/errors.ts'
import type { Visit } from '../route.ts'

/** What is wrong with a form, by the name of its field. */
export type FormErrors = Readonly<Record<string, string>>

/** Above a form in which something is missing, or was refused. */
export const FAULTY = 'This needs another look; nothing is lost'

export function errorsOf(fault: Invalid): FormErrors {
  return Object.fromEntries(fault.fields.map((it) => [it.place, it.remedy ? `${it.message} ${it.remedy}` : it.message]))
}

/** The same for the summary above the form. */
export function summaryOf(errors: FormErrors): readonly { fieldId: string; text: string }[] {
  return Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text }))
}

/** A field as it was sent, to be given back. */
export function enteredIn(fields: Visit['fields']): (name: string) => string {
  return (name) => {
    const value = fields[name]
    return typeof value === 'string' ? value : ''
  }
}
