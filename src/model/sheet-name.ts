/** The spreadsheets that the product takes, in the order in which a season needs them. */
export const SHEET_NAMES = [
  'people',
  'holidays',
  'applications',
  'clearance',
  'reviews',
  'training',
  'attendance',
  'meetings',
  'survey',
] as const

export type SheetName = (typeof SHEET_NAMES)[number]
