/** The stages of a season, in the order people live them; each is a folder here, and none knows a later one. */
export const STAGES = [
  'design',
  'offer',
  'apply',
  'review',
  'match',
  'announce',
  'learn',
  'gather',
  'meet',
  'survey',
  'results',
] as const
