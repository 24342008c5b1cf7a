import { HATS } from '../model/hats.ts'
import { BY_STAGE } from './all.ts'
import type { Permission } from './permission.ts'

const TITLES: Readonly<Record<string, string>> = {
  office: 'Office: the organisation, hats, tokens, breaking glass',
  people: 'People: directory, sign-in, my data',
  upkeep: 'Upkeep: audit, retention, keys',
  design: 'Design',
  apply: 'Apply',
  review: 'Review',
  match: 'Match',
  announce: 'Announce',
  learn: 'Learn',
  gather: 'Gather',
  meet: 'Meet',
  survey: 'Survey',
  results: 'Results',
  desk: 'Desk: what is next',
  rehearsal: 'Rehearsal: only in the demo',
}

const INTRODUCTION = `# Who may do what

Printed from the permissions of the product; a test fails when it is out of date. What is not named here nobody may do, and to
somebody who may not do a thing it reads as if it were not there.

- A hat is given by an owner, for the organisation or for one season. A hat of one season opens nothing in another.
- Whoever wears a hat takes a second step, a passkey or a one-time code, in each sign-in before it opens anything.
- *Own* means: only what is about oneself, or about a pair one is in.
- A coordinator who takes part has no hat over their own pair, application and survey: another coordinator does it.
- *By token* is a program with a token, acting for the person who made it. *At the machine* is whoever has the server itself.
- *Recorded* means: each look is written down, and the people it was about see by hat and day who looked.
- Every action is written to the audit with who, when and on what ground, and so is everything that was refused.
`

/** The whole matrix as a page for a works council: one table a stage, one row an action. */
export function printPermissions(): string {
  return `${INTRODUCTION}${Object.entries(BY_STAGE).map(printStage).join('')}`
}

function printStage([stage, permissions]: [string, Readonly<Record<string, Permission>>]): string {
  const rows = Object.entries(permissions).map(
    ([action, it]) => `| ${it.does} | ${whoMay(it)} | ${otherWays(it)} | ${recorded(it)} | \`${action}\` |\n`,
  )
  return `\n## ${TITLES[stage] ?? stage}\n\n| What | Who may | By which way | Looks recorded | Name |\n|---|---|---|---|---|\n${rows.join('')}`
}

function whoMay(it: Permission): string {
  const hats = HATS.filter((hat) => it.hats.includes(hat)).map((hat) => hat.replace('-', ' '))
  const who = [
    ...(it.anyone ? ['everybody'] : []),
    ...(it.own ? ['own'] : []),
    ...hats,
    ...(it.program ? ['the product itself'] : []),
    ...(it.directoryService ? ['the directory service'] : []),
    ...(it.operatorOnly ? ['whoever has the machine'] : []),
  ]
  return `${who.join(', ')}${it.notOwn ? ', never about themselves' : ''}`
}

function otherWays(it: Permission): string {
  if (it.program || it.directoryService) return 'none other'
  if (it.signedIn) return 'page'
  const ways = [
    ...(it.operatorOnly ? [] : ['page']),
    ...(it.inPerson || it.operatorOnly ? [] : ['by token']),
    ...(it.link ? ['by a link made for it'] : []),
    'at the machine',
  ]
  return ways.join(', ')
}

function recorded(it: Permission): string {
  if (it.looksAtSeason) return 'yes (S3), for everybody who applied'
  if (!it.looksAt) return ''
  return `yes (${it.looksAt})${it.toldLater ? ', told once they have heard' : ''}`
}
