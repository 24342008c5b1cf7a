import type { Standing, Standpoint } from './health.ts'

/** One promise of the product: what it is, which looks of the doctor bear on it here, and which tests show it. */
export type ProductPromise = {
  readonly key: string
  readonly promise: string
  /** Where what the doctor finds at this installation is part of it. */
  readonly looks?: readonly string[]
  /** Whether it holds here when all of these do; otherwise they are a part of it, and the tests show the rest. */
  readonly byLooks?: true
  /** Tests of the product that show it, or some of it; each of these files is there, which a test checks. */
  readonly shownBy?: readonly string[]
  /** What of it nothing shows yet, or nothing here can. */
  readonly not?: string
}

export type PromiseStanding = ProductPromise & { readonly state: Standing }

/** How every promise stands at an installation: by what was looked at here, else by the tests of the product, else not at all. */
export function planPromises(standpoints: readonly Standpoint[]): readonly PromiseStanding[] {
  return PROMISES.map((it) => ({ ...it, state: stateOf(it, standpoints) }))
}

/** The worst that was found here counts; that all of it holds is not yet the whole promise, unless it says so. */
function stateOf({ looks = [], shownBy = [], byLooks }: ProductPromise, standpoints: readonly Standpoint[]): Standing {
  const states = standpoints.filter((at) => looks.includes(at.key)).map((at) => at.state)
  const worst = (['broken', 'look'] as const).find((state) => states.includes(state))
  if (worst) return worst
  if (byLooks && states.every((state) => state === 'holds')) return 'holds'
  return shownBy.length > 0 ? 'tested' : 'unchecked'
}

/** The promises of DESIGN and of the threat model, in the numbering of the latter. */
export const PROMISES: readonly ProductPromise[] = [
  {
    key: 'R1',
    promise: 'No acknowledged write is lost when the server is killed',
    shownBy: ['src/runtime/postgres.test.ts'],
    not: 'a hundred kills while pages are served',
  },
  {
    key: 'R2',
    promise: 'No acknowledged write is lost in a power cut',
    looks: ['written-to-disk'],
    not: 'a power cut itself is not simulated',
  },
  {
    key: 'R3',
    promise: 'A second start on the same data is refused at once',
    looks: ['one-owner'],
    byLooks: true,
    shownBy: ['src/runtime/postgres.test.ts'],
  },
  { key: 'R4', promise: 'A full disk loses nothing that was acknowledged', not: 'no test fills a disk yet' },
  {
    key: 'R5',
    promise: 'A retried request has one effect',
    shownBy: ['tests/doors/sign-in.test.ts', 'tests/promises/retention.test.ts'],
    not: 'not every form carries a key of its own yet',
  },
  {
    key: 'R6',
    promise: 'Of two who change the same thing, nobody’s words are lost',
    shownBy: ['tests/promises/notes.test.ts'],
    not: 'private notes only',
  },
  {
    key: 'R7',
    promise: 'Rules that two clicks could break hold under races',
    shownBy: ['tests/promises/erasure.test.ts', 'tests/doors/second-step.test.ts'],
    not: 'a thousand random interleavings',
  },
  {
    key: 'R8',
    promise: 'A backup taken under load is restored row by row, and what was damaged is refused',
    looks: ['backup', 'keys-backup', 'restore-test'],
    shownBy: ['tests/promises/backup.test.ts'],
    not: 'going back to any instant in between',
  },
  {
    key: 'R9',
    promise: 'Every released schema is brought up to date',
    looks: ['versions'],
    shownBy: ['tests/promises/backup.test.ts'],
    not: 'nothing was released yet; a backup of an older schema is brought up to date',
  },
  {
    key: 'R10',
    promise: 'Damage on the disk is noticed',
    looks: ['checksums'],
    byLooks: true,
    shownBy: ['src/runtime/postgres.test.ts'],
  },
  {
    key: 'R11',
    promise: 'A letter is sent, and a second copy only after a death at the wrong moment',
    looks: ['mail'],
    shownBy: ['tests/doors/mail.test.ts'],
  },
  {
    key: 'H1–H9',
    promise: 'Nothing is lost, and little is noticed, when one of several database servers fails',
    not: 'it is a matter of how your database servers are set up',
  },
  {
    key: 'S1',
    promise: 'Everybody at every door gets in as the reviewed table says',
    looks: ['second-wall', 'second-steps'],
    shownBy: ['tests/promises/matrix.test.ts', 'tests/promises/second-wall.test.ts', 'src/permissions/decide.test.ts'],
  },
  {
    key: 'S2',
    promise: 'A word in a sensitive field turns up nowhere it may not',
    shownBy: ['tests/promises/markers.test.ts', 'tests/promises/fields.test.ts'],
  },
  {
    key: 'S3',
    promise: 'Why somebody does not proceed cannot be told from anything anybody sees',
    shownBy: ['tests/promises/refusals.test.ts'],
  },
  {
    key: 'S4',
    promise: 'No survey answer is made certain to somebody who did not give it',
    shownBy: [
      'src/journey/results/rules/attack.test.ts',
      'src/journey/survey/rules.test.ts',
      'tests/doors/surveys.test.ts',
    ],
    not: 'an attacker with every permitted query',
  },
  {
    key: 'S5',
    promise: 'Odd input is answered, never with a fault of ours',
    shownBy: ['tests/doors/bad-input.test.ts', 'tests/promises/matrix.test.ts'],
    not: 'a hundred thousand fuzz cases',
  },
  { key: 'S6', promise: 'Web scanners find nothing', not: 'no scanner is part of the tests' },
  {
    key: 'S7',
    promise: 'The browser is told what a page may do, and forms of other sites are refused',
    looks: ['https'],
    shownBy: ['tests/doors/sign-in.test.ts'],
  },
  {
    key: 'S8',
    promise: 'Whoever loses a right, or leaves, loses it at the next request',
    shownBy: ['tests/doors/leavers.test.ts', 'tests/doors/sign-in.test.ts'],
  },
  {
    key: 'S9',
    promise: 'An identity provider that lies signs nobody in',
    shownBy: ['tests/doors/hostile-provider.test.ts', 'tests/doors/identity-provider.test.ts'],
    not: 'SAML is not offered',
  },
  {
    key: 'S10',
    promise: 'Each dialect of a directory service that ends somebody ends every way in',
    shownBy: ['tests/doors/scim.test.ts'],
  },
  {
    key: 'S11',
    promise: 'The product asks no server that it should not',
    shownBy: ['src/runtime/outbound.test.ts'],
  },
  {
    key: 'S12',
    promise: 'No cell of a spreadsheet is a formula, and no name writes a header of a letter',
    shownBy: ['src/sheets/write-sheet.test.ts', 'tests/doors/letters.test.ts'],
  },
  {
    key: 'S13',
    promise: 'Guessing and flooding are limited, for all processes together',
    shownBy: ['tests/doors/sign-in.test.ts', 'tests/doors/second-step.test.ts'],
    not: 'slow connections are left to the proxy',
  },
  {
    key: 'P1',
    promise: 'The audit cannot be changed unnoticed',
    looks: ['append-only', 'audit', 'unsealed'],
    byLooks: true,
    shownBy: ['tests/promises/audit.test.ts', 'tests/promises/own-server.test.ts'],
  },
  {
    key: 'P2',
    promise: 'Every look at others’ sensitive content is recorded, without the content',
    shownBy: ['tests/promises/export.test.ts', 'tests/doors/glass.test.ts', 'tests/promises/markers.test.ts'],
  },
  {
    key: 'P3',
    promise: 'What somebody takes away is all about them, and nothing of anybody else',
    shownBy: ['tests/promises/export.test.ts'],
  },
  {
    key: 'P4',
    promise: 'Whoever is erased is nowhere, and no backup opens what they wrote 30 days later',
    looks: ['erasures', 'root-key'],
    shownBy: ['tests/promises/erasure.test.ts', 'tests/promises/backup.test.ts', 'tests/promises/rotation.test.ts'],
    not: 'that older files are deleted is up to whoever keeps them',
  },
  {
    key: 'P5',
    promise: 'What was kept long enough goes by itself',
    looks: ['retention'],
    shownBy: ['tests/promises/retention.test.ts'],
  },
  {
    key: 'Supply chain',
    promise: 'What is installed is what the lock says, and no install script runs',
    shownBy: ['tests/architecture/lock.test.ts'],
    not: 'known holes in packages are not looked up here: npm audit does',
  },
]
