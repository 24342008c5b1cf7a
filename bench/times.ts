import { planTimes } from '../src/journey/gather/rules/plan-times.ts'

/**
 * Times for the sessions of an event, for 500 people over two weeks of half hours: how long the exact answer takes, with the best
 * choice instead of each. It runs in a thread of its own, so nobody waits for it; `hours apart` is harder than any season.
 */
const PEOPLE = 500
const ZONES = Intl.supportedValuesOf('timeZone')
const KINDS = ['usual hours', 'hours apart'] as const

for (const kind of KINDS)
  for (const sessions of [1, 2, 3, 4]) {
    const people = peopleOf(kind)
    const began = performance.now()
    const found = planTimes({
      people,
      from: '2026-03-02',
      until: '2026-03-15',
      zone: 'Europe/Berlin',
      minutes: 50,
      sessions,
    })
    const ms = Math.round(performance.now() - began)
    console.log(`${kind}, ${sessions} sessions: ${found.covered} of ${PEOPLE} reached, ${ms} ms`)
  }

function peopleOf(kind: (typeof KINDS)[number]) {
  let state = 7
  const draw = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * most)
  }
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return Array.from({ length: PEOPLE }, (_, at) => {
    const zone = ZONES[draw(ZONES.length)] ?? 'Etc/UTC'
    const from = kind === 'usual hours' ? 9 * 60 : draw(96) * 15
    const until = kind === 'usual hours' ? 17 * 60 : from + 60 + draw(32) * 15
    const hours = { zone, from: clock(from), until: clock(until), weekdays: [1, 2, 3, 4, 5] }
    return { id: `p${at}`, hours, holidays: new Set<string>() }
  })
}
