import type { SheetName } from '../../../model/sheet-name.ts'

type Words = {
  readonly title: string
  /** What one row of it is. */
  readonly row: readonly [one: string, many: string]
  readonly about: string
}

/** What each spreadsheet is called on a page, and what is in it. */
export const SHEET_WORDS: Readonly<Record<SheetName, Words>> = {
  people: {
    title: 'The directory',
    row: ['person', 'people'],
    about: 'A name and an address for each person, and what else your directory knows of them.',
  },
  holidays: {
    title: 'Holidays',
    row: ['holiday', 'holidays'],
    about: 'One row for each day: the calendar, the date and its name.',
  },
  applications: {
    title: 'Applications',
    row: ['application', 'applications'],
    about:
      'One row for each: when it was sent, the address, the role and the answers. The later one of a person stands.',
  },
  clearance: {
    title: 'Who is not cleared',
    row: ['answer', 'answers'],
    about:
      'The addresses of those who are not cleared. Everybody else who has applied and waits for your answer is cleared by this file, so it is taken whole or not at all.',
  },
  reviews: {
    title: 'Reviews',
    row: ['review', 'reviews'],
    about: 'One row for each application and reviewer, with a score from 1 to 5 for each consideration.',
  },
  training: {
    title: 'Training',
    row: ['completed course', 'completed courses'],
    about: 'Who completed which course, and when.',
  },
  attendance: {
    title: 'Attendance',
    row: ['attendance', 'attendances'],
    about: 'Who came to which session of which event.',
  },
  meetings: {
    title: 'Meetings',
    row: ['meeting', 'meetings'],
    about: 'One row for each meeting of a pair: the mentee, the day, and who confirmed it.',
  },
  survey: {
    title: 'Survey answers',
    row: ['set of answers', 'sets of answers'],
    about:
      'The answers of a survey held elsewhere. Addresses only say who has answered; answers lose person, order and time on the way in, so an import of them cannot be taken back.',
  },
}
