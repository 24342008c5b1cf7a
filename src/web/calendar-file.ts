/** One appointment, as RFC 5545 has it: instants in UTC, or whole days. */
type Appointment = {
  readonly uid: string
  readonly title: string
  readonly from: string
  readonly until: string
  readonly madeAt: string
  readonly url: string | null
}

const LINE_BYTES = 75

/** A calendar file with one appointment and nobody else in it. */
export function calendarFile(it: Appointment, host: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Alongside//Alongside//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${it.uid}@${host}`,
    `DTSTAMP:${asUtc(it.madeAt)}`,
    ...timesOf(it),
    `SUMMARY:${escaped(it.title)}`,
    ...(it.url ? [`URL:${it.url}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function timesOf({ from, until }: Appointment): readonly string[] {
  if (from.includes('T')) return [`DTSTART:${asUtc(from)}`, `DTEND:${asUtc(until)}`]
  // Without an end a whole day is that day.
  return [`DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`, 'TRANSP:TRANSPARENT']
}

function asUtc(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (it) => `\\${it}`).replace(/\r?\n/g, '\\n')
}

/** Lines of 75 bytes at most; what is folded begins with a space, and no character is cut. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > LINE_BYTES) {
      parts.push(part)
      part = ' '
    }
    part += sign
  }
  return [...parts, part].join('\r\n')
}
