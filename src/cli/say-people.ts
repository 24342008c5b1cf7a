import type { QuietPairs } from '../journey/meet/screens/quiet-pairs.ts'
import type { LostStepRemoved } from '../people/actions/remove-lost-second-step.ts'
import type { DirectoryScreen } from '../people/screens/directory.ts'
import type { PairsLeftAlone } from '../people/screens/pairs-left-alone.ts'
import type { DirectoryPreview } from '../people/shapes/directory.ts'
import { sayReport } from '../sheets/report.ts'

const SAYS = { new: 'new', changed: 'changed', leaves: 'LEAVES', returns: 'comes back' } as const
const MOST_SHOWN = 200

/** What a sheet of the directory would change, a line for each person and one for each thing; then what the import would report. */
export function sayPreview(preview: DirectoryPreview): readonly string[] {
  const { added, changed, leaving, returning, unchanged, people } = preview
  const hidden = people.length - MOST_SHOWN
  return [
    `Nothing was taken. ${added} new, ${changed} changed, ${leaving} leaving, ${returning} coming back, ${unchanged} unchanged`,
    ...people
      .slice(0, MOST_SHOWN)
      .flatMap((it) => [
        `${SAYS[it.what]}: ${it.name}, ${it.email}${it.row === null ? ', not in the file' : `, row ${it.row}`}`,
        ...it.changes.map(({ field, from, to }) => `  ${field}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`),
      ]),
    ...(hidden > 0 ? [`and ${hidden} more; --json shows all`] : []),
    ...sayReport({ ...preview, accepted: people.length }, 'people').slice(1),
  ]
}

/** One page of the directory, a line for each person. */
export function sayDirectory({ people, found }: DirectoryScreen): readonly string[] {
  return [
    `${found} found, ${people.length} shown`,
    ...people.map((it) => {
      const home = [it.title, it.department, it.division].filter(Boolean).join(', ')
      const marks = [...(it.kind === 'directory' ? [] : [it.kind]), ...(it.leftOn ? [`left on ${it.leftOn}`] : [])]
      return [`${it.name} <${it.email}>`, home, ...marks].filter(Boolean).join('; ')
    }),
  ]
}

export function sayLeftAlone({ pairs, own }: PairsLeftAlone): readonly string[] {
  return [
    pairs.length === 0 ? 'No pair is left alone.' : `${pairs.length} left alone:`,
    ...pairs.map((it) => `  ${it.season}: ${it.mentor} with ${it.mentee}; ${it.gone} gone since ${it.since}`),
    ...(own > 0 ? [`${own} about yourself: another coordinator sees them`] : []),
  ]
}

export function sayQuiet({ pairs, own, asOf }: QuietPairs): readonly string[] {
  const line = (it: QuietPairs['pairs'][number]) =>
    `  ${it.mentor} with ${it.mentee}: ${it.state === 'quiet' ? 'nothing is known' : 'they say different things'} of ${it.firstDay} to ${it.lastDay}, ${it.windows} in a row`
  const locked = own > 0 ? [`${own} about you: another coordinator has it`] : []
  return [`As of ${asOf}: ${pairs.length} quiet`, ...pairs.map(line), ...locked]
}

/** What was removed of somebody who lost their second step, and what they do next. */
export function sayStepRemoved(it: LostStepRemoved): readonly string[] {
  const gone = [
    ...(it.passkeys > 0 ? [many(it.passkeys, 'passkey')] : []),
    ...(it.codes ? ['the one-time codes'] : []),
    ...(it.recoveryCodes > 0 ? [many(it.recoveryCodes, 'recovery code')] : []),
  ]
  const link = `alongside people link ${it.email}`
  return [
    `${it.name} has no second step any more. Removed: ${gone.join(', ')}. Signed out of ${many(it.endedSignIns, 'sign-in')}.`,
    it.letterLeaves
      ? 'They are told by a letter, and the audit says who did it.'
      : 'No mail server is set up, so the letter that tells them stays on their page. The audit says who did it.',
    it.letterLeaves
      ? `Next they sign in by a letter; where none reaches them, hand them what this prints: ${link}`
      : `Next they sign in with what this prints: ${link}`,
    it.wearsHat
      ? 'Then they set up a new second step, when they are asked for it: before that their hats open nothing. Let them do it at once, and keep the new recovery codes.'
      : 'Then they may set up a new one, at /me/second-step.',
  ]
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
