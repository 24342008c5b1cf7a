import { classInWords, columnInWords, listInWords, readersInWords, retentionInWords } from './privacy.ts'

/** One table as the record of processing tells it. */
export type RecordEntry = {
  readonly table: string
  readonly holds: string
  readonly why: string
  readonly isAboutPeople: boolean
  readonly retention: Parameters<typeof retentionInWords>[0]
  readonly erasure: 'delete' | 'blank' | { readonly keep: string }
  readonly fields: Readonly<
    Record<
      string,
      {
        readonly class: string
        readonly readers: readonly string[]
        readonly sinks: readonly string[]
        readonly sealedFor?: string
      }
    >
  >
}

const OPENING = `# Record of processing

Printed from the entries that stand beside every column of the database; a test fails when it is out of date. It says what is
held, why, who reads it, by which way it may leave, how long it stays and what an erasure does. Who is responsible, on which legal
basis and with which processors, is for the organisation to add.

- Private notes and reports are sealed with personal keys before they are stored: whoever has the database or a backup cannot
  read them; people who run the server's software could. Application text, meetings and attendance are not sealed.
- Clearance is one bit, without a reason. No door prints a count of it. **Whoever imported the clearance list can infer from it
  who was not cleared.**
- Survey answers are confidential, not anonymous: they are stored without a person, a time or an order, and figures are shown
  above thresholds that nobody can lower.
- Backups live 30 days, those of the keys too. An erasure destroys the keys, and a restore erases again.
- Nothing is sent to anybody outside but letters by the organisation's own mail server, what an identity provider must be asked
  for a sign-in, and what people download themselves.
`

/** The record of processing as Markdown: first what is about people, then the rest. */
export function printRecord(entries: readonly RecordEntry[]): string {
  const people = entries.filter((it) => it.isAboutPeople)
  const rest = entries.filter((it) => !it.isAboutPeople)
  return `${OPENING}\n## About people\n${people.map(printEntry).join('')}\n## About nobody\n${rest.map(printEntry).join('')}`
}

function printEntry(it: RecordEntry): string {
  const rows = Object.entries(it.fields)
    .filter(([, one]) => one.class !== 'key')
    .map(
      ([name, one]) =>
        `| ${columnInWords(name)} | ${classInWords(one.class)}${one.sealedFor ? ', sealed' : ''} | ${readersInWords(one.readers, 'anybody’s')} | ${sinksInWords(one.sinks)} |\n`,
    )
  const table =
    rows.length === 0 ? '' : `\n| What | For | Read by | May leave by |\n|---|---|---|---|\n${rows.join('')}`
  return `\n### ${it.holds}\n\nWhy: ${it.why}. Kept: ${retentionInWords(it.retention)}. Erasure: ${erasureInWords(it.erasure)}.\n${table}`
}

const SINKS: Readonly<Record<string, string>> = { page: 'page', api: 'API', letter: 'letter', sheet: 'spreadsheet' }

function sinksInWords(sinks: readonly string[]): string {
  return sinks.length === 0 ? 'no way' : listInWords(sinks.map((it) => SINKS[it] ?? it))
}

/** What an erasure does to the rows of one kind. */
export function erasureInWords(erasure: RecordEntry['erasure']): string {
  if (erasure === 'delete') return 'the rows are deleted'
  if (erasure === 'blank') return 'the rows stay as bare records, with what they say taken out'
  return `the rows stay, because ${erasure.keep}`
}

const SENSITIVE = 'S4'

/** A template of an impact assessment (GDPR, article 35): what the product knows is filled in, the rest is asked. */
export function printImpactTemplate(entries: readonly RecordEntry[]): string {
  const sensitive = entries.flatMap((it) => {
    const named = Object.entries(it.fields).filter(([, one]) => one.class === SENSITIVE)
    return named.map(
      ([name, one]) =>
        `| ${it.holds} | ${columnInWords(name)} | ${readersInWords(one.readers, 'anybody’s')} | ${retentionInWords(it.retention)} |\n`,
    )
  })
  return `${BEFORE}\n| Held in | What | Read by | Kept |\n|---|---|---|---|\n${sensitive.join('')}${AFTER}`
}

const BEFORE = `# Impact assessment: a template

Printed from the same entries as the record of processing. What the product knows stands here; **every line that begins with
“To fill in” is the privacy officer's**. Nothing of this is legal advice.

## 1. What is done, and for what

A mentorship program: people apply as mentors and mentees, are reviewed and matched, meet, answer surveys, and the results are
published as counts. The record of processing (record.md) lists every table.

- To fill in: the controller, its privacy officer, and who was asked (people who take part, works council).
- To fill in: the legal basis of each purpose. Consent between an employee and an employer is rarely free: is taking part
  voluntary, and does leaving it out cost nothing?
- To fill in: whether a program has an identity statement. Then taking part tells something about a person, and article 9 may
  apply.
- To fill in: processors (hosting, mail server, identity provider), and where they are.

## 2. Is it needed, and is it the least that would do

- No performance rating, no reason of a clearance and no gender is stored; the applicant confirms the program's own sentence.
- Each application question says who reads it and why. To fill in: are all of them needed?
- To fill in: the retention of your own programs, where their files differ from the record.

## 3. What could hurt people

For named people only:
`

const AFTER = `
| What could happen | What stands against it | What is left, and whose decision it is |
|---|---|---|
| Somebody learns who was not cleared | One bit, seen by the people team alone; everybody without a place gets the same letter on the same day; no count is shown | Whoever imported the list can infer it. To fill in: who imports it, and is that acceptable? |
| A coordinator reads what a pair says to each other | Private notes open for their author alone; meetings are days, never content | To fill in |
| A report about a pair reaches those it is about | Sealed for its author, the named contact and the deputy; nobody of the pair is its reader; nobody else sees that there is one | To fill in: who is named contact, who is deputy, and are they outside of the reporting line? |
| An owner looks into content | Only with a second person, a reason, for an hour, with the subject told; never notes or survey answers | To fill in: who are the owners? |
| Somebody is found in survey results | Thresholds of 5, 8 and 10, whole roles only, answers without a person or a time | A small program may have no figures at all. To fill in: is that said to people? |
| Whoever runs the server reads sealed texts | Personal keys apart from the data, each look by the product on record | People who run the software could. To fill in: who are they, and what have they signed? |
| Somebody learns before the others that they are in the pool | Only where the program has shortlists: mentees who may choose have a list, and the page says so before it is sent; whom they chose nobody reads | Whoever hears of lists and has none can guess. To fill in: does the program need shortlists, and is that said to people? |
| A machine decides about people | A person publishes every match, and everybody can ask a person to look again, answered within ten working days | To fill in: who answers? |
| A backup outlives an erasure | Backups live 30 days; keys are destroyed; a restore erases again | To fill in: copies of backups elsewhere |

## 4. Rights

Everybody sees what is held about them and who looked, takes it away as a page and as JSON, asks a person to look again, and can
be erased with a certificate, all by themselves.

- To fill in: who answers questions about privacy. It must stand in the organisation's settings, since every form names it.
- To fill in: how people without an account here (relatives, former employees) reach that contact.

## 5. Decision

- To fill in: the risks that are left, who accepts them, and until when this assessment holds.
`
