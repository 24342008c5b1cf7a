/** Every code of a refusal: kebab-case, permanent, one sentence each. A test compares them with what src uses. */
export const REFUSAL_CODES = {
  /** What an action answers when a rule says no: 409 in the API, exit 5 on the command line. */
  ofActions: {
    'before-the-pair': 'The day named lies before the first day of the pair.',
    'clearance-missing': 'The people team has not answered for any application yet.',
    'match-out-of-date': 'Something the latest match run was computed from has changed since.',
    'meeting-in-the-future': 'A meeting is written down once it has happened.',
    'no-match-yet': 'There is no match run in this season yet.',
    'no-pairs-yet': 'Nobody is invited to a survey before the first pairs are published.',
    'pair-ended': 'The pair has ended, and the day named lies after its last.',
    'pause-ends-before-it-begins': 'The last day of the pause lies before its first.',
    'token-needs-a-person': 'A token acts as a person, and nobody in particular asked for one.',
  },
  /** Why one row of a sheet was not taken: `code` in `rejected` of an import's report. */
  ofRows: {
    'ambiguous-date': 'The date reads as two different days until the order of day and month is named.',
    'blank-cell': 'The cell must be filled in.',
    'cell-too-long': 'The cell is longer than a cell may be.',
    'negative-number': 'The number is below 0.',
    'no-application': 'The person has no application in this role to review.',
    'no-time-zone': 'The date and time does not say its time zone.',
    'not-a-date': 'The cell is not a date.',
    'not-a-number': 'The cell is not a whole number.',
    'not-a-time': 'The cell is not a date and time.',
    'not-an-address': 'The cell is not an e-mail address.',
    'not-invited': 'The person was not invited to this survey in this role.',
    'not-yes-or-no': 'The cell is neither yes nor no.',
    'out-of-range': 'The number is not between the least and the most.',
    'repeated-person': 'The person is in an earlier row of the same file.',
    'too-few-cells': 'The row has fewer cells than the header.',
    'too-many-cells': 'The row has more cells than the header.',
    'unknown-confirmation': 'The cell does not say who confirmed the meeting.',
    'unknown-course': 'The program has no course of this key.',
    'unknown-event': 'The program has no event of this key.',
    'unknown-person': 'Nobody in the directory has this address.',
    'unknown-role': 'The cell is not a role.',
    'unknown-session': 'The event has no session of this key.',
    'unreadable-character': 'The cell holds a null character.',
  },
  /** What stops a start or a set-up, on the command line alone. */
  ofTheMachine: {
    'already-running': 'Another Alongside runs on the same data.',
    'data-in-use': 'Another program holds the data.',
    'database-hangs': 'A PostgreSQL that was left behind does not stop.',
    'database-newer': 'The data was used by a newer Alongside.',
    'migration-changed': 'A migration that has run no longer reads as it did.',
    'no-organisation': 'There is no organisation yet.',
    'organisation-exists': 'The data already holds an organisation.',
  },
  /** Why somebody may not do it: the audit keeps it, and to them it reads as not found. */
  ofPermissions: {
    'in-person-only': 'A token may not do this; a person may, in a browser or at the machine.',
    'not-allowed': 'None of the hats they wear may do this.',
    'own-affair': 'It is about themselves, so another one does it.',
    'second-step-needed': 'It needs a passkey or a one-time code in this sign-in.',
    'sign-in-needed': 'Nobody is signed in, and it is not for everybody.',
    'unknown-action': 'There is no such action.',
  },
  /** What rules tell each other; no door shows them. */
  withinRules: {
    'not-eligible': 'The application fails a requirement of its role.',
    'refused-by-mail-server': 'The mail server refused the letter for good.',
    'tried-too-often': 'The mail server did not take the letter in all its tries.',
  },
} as const
