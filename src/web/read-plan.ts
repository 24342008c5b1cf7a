import { Invalid } from '../runtime/errors.ts'
import type { DateOrder } from '../sheets/dates.ts'
import { asUtf8 } from '../sheets/encoding.ts'
import { readStages } from '../sheets/read-stages.ts'
import type { Visit } from './route.ts'

/** Of the dates of a plan in characters, pasted or as a file; far more than a season has. */
export const LONGEST_PLAN = 100_000
/** Of rows that cannot be read, said at once. */
const MOST_FAULTS = 10

/** The rows of the file that was chosen, else those that were pasted. */
export async function datesOf({ dates, file }: { dates: string; file?: File | undefined }): Promise<string> {
  if (!file || file.size === 0) {
    if (dates.trim() !== '') return dates
    throw wrong('file', 'Choose the spreadsheet, or paste its rows below.')
  }
  const read = asUtf8(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) throw wrong('file', asSentence(`${read.fault.message}; ${read.fault.remedy}.`))
  const text = new TextDecoder().decode(read.bytes)
  if (text.length > LONGEST_PLAN) throw wrong('file', 'The file is longer than a plan of dates can be.')
  return text
}

/** The stages in these rows; with a fault in one of them nothing is begun, and each is said by its number. */
export async function stagesIn(dates: string, order: DateOrder) {
  const { stages, faults } = await readStages(dates, order)
  if (faults.length === 0) return stages
  const more = faults.length - MOST_FAULTS
  const fields = [
    ...faults.slice(0, MOST_FAULTS).map((it) => ({ place: 'dates', message: `Row ${it.row}: ${it.message}.` })),
    ...(more > 0 ? [{ place: 'dates', message: `${more} more ${more === 1 ? 'row' : 'rows'} cannot be read.` }] : []),
  ]
  throw new Invalid('Some rows cannot be read.', { fields })
}

/** What was pasted, or the rows of the file: nothing that was given is lost, although a file field is empty on every new page. */
export async function datesAgain({ dates, file }: Visit['fields']): Promise<string> {
  const pasted = typeof dates === 'string' ? dates : ''
  return datesOf({ dates: pasted, file: file instanceof File ? file : undefined }).catch(() => pasted)
}

function wrong(place: string, message: string): Invalid {
  return new Invalid(message, { fields: [{ place, message }] })
}

function asSentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1)
}
