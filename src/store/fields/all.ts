import { applicationFields } from './applications.ts'
import { applyFields } from './apply.ts'
import { completionFields } from './completions.ts'
import { factFields } from './facts.ts'
import type { TableEntries } from './field.ts'
import { gatherFields } from './gather.ts'
import { meetingFields } from './meetings.ts'
import { offerFields } from './offer.ts'
import { officeFields } from './office.ts'
import { pairFields } from './pairs.ts'
import { peopleFields } from './people.ts'
import { recordFields } from './records.ts'
import { seasonFields } from './seasons.ts'
import { sheetFields } from './sheets.ts'
import { shortlistFields } from './shortlists.ts'
import { surveyFields } from './surveys.ts'

/** Every column of the database with what it is, who reads it, where it may go, how long it stays and what erasure does. */
export const FIELDS: TableEntries = {
  ...officeFields,
  ...peopleFields,
  ...seasonFields,
  ...applicationFields,
  ...applyFields,
  ...shortlistFields,
  ...pairFields,
  ...meetingFields,
  ...factFields,
  ...completionFields,
  ...gatherFields,
  ...surveyFields,
  ...offerFields,
  ...recordFields,
  ...sheetFields,
}

/** Tables of the machinery itself: they hold nothing of anybody. */
export const MACHINERY = ['migration', 'migration_lock'] as const
