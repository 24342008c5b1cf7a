import type { OneApplication } from '../../../desk/screens/one-application.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Icon } from '../../../ui/icon.tsx'

type Evidence = OneApplication['evidence'][number]

/** Each rule of the role, whether it is met, and by which fact of which source as of when. */
export function EvidenceList({ it }: { it: Pick<OneApplication, 'evidence' | 'sentOn' | 'knownFrom'> }) {
  if (it.evidence.length === 0) return <p class="text-muted">The program asks nothing of this role.</p>
  return (
    <ul class="max-w-measure border-b border-rule">
      {it.evidence.map((one, at) => (
        <li key={at} class="border-t border-rule py-3">
          <p>
            <Icon name={one.isMet ? 'check' : 'circle-alert'} />
            <strong>{one.isMet ? 'Met' : 'Not met'}:</strong> {one.text}
          </p>
          <p class="mt-1 text-dense text-muted">{factInWords(one, it)}</p>
        </li>
      ))}
    </ul>
  )
}

function factInWords(one: Evidence, { sentOn, knownFrom }: Pick<OneApplication, 'sentOn' | 'knownFrom'>): string {
  if (one.kind === 'standing') return 'From the people team, which cleared this application. No reason is kept.'
  if (one.kind === 'tenure') {
    const needed = one.neededBy
      ? ` It asks for ${longDay(one.neededBy)} or earlier, counted back from the day of application.`
      : ''
    if (!one.startedOn) return `From the directory, which has no start day of theirs.${needed}`
    const since = knownFrom ? `, as it stands since ${longDay(knownFrom)}` : ''
    return `From the directory${since}: here since ${longDay(one.startedOn)}.${needed}`
  }
  const said = one.said === null ? 'not answered' : one.said ? 'yes' : 'no'
  return `From their application of ${longDay(sentOn)}: ${said}.`
}
