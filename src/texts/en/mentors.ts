import { longDay } from './days.ts'

type Load = { readonly room: number; readonly places: number; readonly availableOn: string | null }

/** How much room a mentor has: "Room for 2 more". */
export function roomInWords({ room, availableOn }: Load, today: string): string {
  if (availableOn !== null && availableOn > today) return `Pauses until ${longDay(availableOn)}`
  if (room < 1) return 'No room at the moment'
  return `Room for ${room} more`
}

/** What two working days have in common, in whole hours and halves. */
export function sharedInWords(minutes: number): string {
  const hours = Math.floor(minutes / 30) / 2
  if (hours < 0.5) return 'No working hours in common'
  return hours === 1 ? '1 working hour in common' : `${hours} working hours in common`
}
