import fc from 'fast-check'
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, dayIn } from '../../src/calendar/days.ts'
import { seriesStarts } from '../../src/calendar/series.ts'
import { feed, invitation, type PlannedForCalendar } from '../../src/outbox/calendar.ts'

const planned: PlannedForCalendar = {
  id: 'one',
  sequence: 0,
  title: 'Conversation',
  starts: ['2026-03-04T10:00:00.000Z'],
  everyDays: null,
  minutes: 30,
  changedAt: '2026-03-01T09:00:00.000Z',
  isCancelled: false,
}
const TO = { name: 'Zoë, "the" ; one', email: 'zoe@example.com' }
const FROM = { name: 'Alongside', email: 'mentoring@example.com' }
const TEN_ZONES = [
  ...['Europe/Berlin', 'America/New_York', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'],
  ...['Australia/Lord_Howe', 'Africa/Casablanca', 'America/Sao_Paulo', 'Asia/Tokyo', 'Pacific/Chatham'],
]

/** What an independent parser makes of it: every start there is, in order. */
function startsIn(content: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(content))
  const events = calendar.getAllSubcomponents('vevent').map((it) => new ICAL.Event(it))
  return events
    .filter((it) => !it.isRecurrenceException())
    .flatMap((master) => {
      for (const it of events) if (it.isRecurrenceException() && it.uid === master.uid) master.relateException(it)
      if (!master.isRecurring()) return [master.startDate.toJSDate().toISOString()]
      const starts: string[] = []
      const each = master.iterator()
      for (let next = each.next(); next; next = each.next())
        starts.push(master.getOccurrenceDetails(next).startDate.toJSDate().toISOString())
      return starts
    })
}

describe('calendar mail, read back by an independent parser', () => {
  it('an invitation names its one reader, keeps its UID, and rises in SEQUENCE until it is withdrawn', () => {
    const versions = [
      invitation(planned, TO, FROM),
      invitation({ ...planned, sequence: 1, starts: ['2026-03-05T10:00:00.000Z'] }, TO, FROM),
      invitation({ ...planned, sequence: 2, isCancelled: true }, TO, FROM),
    ]
    const read = versions.map(({ content }) => {
      const calendar = new ICAL.Component(ICAL.parse(content))
      const event = calendar.getFirstSubcomponent('vevent')
      const value = (name: string) => String(event?.getFirstPropertyValue(name))
      expect(content.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
      expect(content).toMatch(/DTSTART:\d{8}T\d{6}Z\r\n/)
      expect(event?.getAllProperties('attendee').map((it) => it.getFirstValue())).toEqual(['MAILTO:zoe@example.com'])
      return [
        calendar.getFirstPropertyValue('method'),
        value('uid'),
        value('sequence'),
        value('status'),
        value('summary'),
      ]
    })
    expect(read).toEqual([
      ['REQUEST', 'one@alongside', '0', 'CONFIRMED', 'Conversation'],
      ['REQUEST', 'one@alongside', '1', 'CONFIRMED', 'Conversation'],
      ['CANCEL', 'one@alongside', '2', 'CANCELLED', 'Conversation'],
    ])
  })

  it('a series keeps its local time over both clock changes in ten zones', () => {
    for (const zone of TEN_ZONES) {
      const first = Temporal.PlainDateTime.from('2026-01-14T10:30').toZonedDateTime(zone).toInstant().toString()
      const starts = seriesStarts(first, zone, 14, '2026-12-31', 60)
      const read = startsIn(invitation({ ...planned, starts, everyDays: 14 }, TO, FROM).content)
      expect(read, zone).toEqual(starts)
      expect(read).toHaveLength(26)
      for (const [at, start] of read.entries()) {
        const local = Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDateTime().toString()
        expect(`${zone} ${local}`).toBe(`${zone} ${addDays('2026-01-14', at * 14)}T10:30:00`)
      }
    }
  })

  it('of every zone, start and cadence the feed says exactly what was planned', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 0, max: 35_000 }),
        fc.integer({ min: 1, max: 31 }),
        (place, quarters, every) => {
          const first = new Date(Date.UTC(2026, 0, 1) + quarters * 900_000).toISOString()
          const starts = seriesStarts(first, place, every, addDays(dayIn(first, place), 250), 20)
          const read = startsIn(feed([{ ...planned, starts, everyDays: every }]))
          expect([...read].sort()).toEqual([...starts])
        },
      ),
      { numRuns: 150 },
    )
  })
})
