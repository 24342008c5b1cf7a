import { longDay } from './days.ts'

/** An instant as its reader’s clock and calendar say it: "Wednesday 4 March 2026, 10:30 (Europe/Berlin)". */
export function localTime(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at))
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? ''
  return `${longDay(`${part('year')}-${part('month')}-${part('day')}`)}, ${part('hour')}:${part('minute')} (${zone.replaceAll('_', ' ')})`
}
