import type { Permissions } from './permission.ts'

/** What is put together from every stage, for one reader. */
export const desk: Permissions = {
  'desk.seeMyPage': {
    does: 'See what is next for oneself',
    hats: [],
    own: true,
    inPerson: true,
    signedIn: true,
  },
}
