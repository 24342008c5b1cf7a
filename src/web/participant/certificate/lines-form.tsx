import type { OwnCompletion, OwnCompletions } from '../../../journey/results/actions/own-certificates.ts'
import { CERTIFICATE_LINES, type CertificateLine } from '../../../model/completion.ts'
import { lineInWords } from '../../../texts/en/completion.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceSet } from '../../../ui/choice-set.tsx'
import { Form } from '../../../ui/form.tsx'
import type { LinesAgain } from './certificate-page.tsx'

type Props = { own: OwnCompletions; it: OwnCompletion; again: LinesAgain | null }

/** The form in which a holder chooses what stands on their certificate. */
export function LinesForm({ own, it, again }: Props) {
  const facts = { name: own.holder, role: it.role, season: own.name, ...(it.certificate ?? it.facts) }
  const chosen = again?.lines ?? it.certificate?.lines ?? usual(own.isConfiding)
  const isMade = it.certificate !== null
  return (
    <Form action={`/seasons/${encodeURIComponent(own.season)}/certificate`} class="mt-6 space-y-6">
      <input type="hidden" name="role" value={it.role} />
      <ChoiceSet
        id={`lines-${it.role}`}
        name="lines"
        kind="checkbox"
        legend={isMade ? 'Change what stands on it' : 'What stands on it'}
        hint={own.isConfiding ? CONFIDING : 'Whoever you show it sees what you choose here, and nothing else.'}
        error={again?.faults[0]?.message}
        options={CERTIFICATE_LINES.map((line) => ({
          value: line,
          text: lineInWords(line, facts),
          checked: chosen.includes(line),
        }))}
      />
      <Button rank={isMade ? 'second' : 'primary'}>{isMade ? 'Save' : 'Make my certificate'}</Button>
    </Form>
  )
}

const CONFIDING =
  'Whoever you show it sees what you choose here, and nothing else. The season’s name, and its days too, can tell something about you that you may want to keep: they stand on it only if you choose them.'

function usual(isConfiding: boolean): readonly CertificateLine[] {
  return isConfiding ? ['name', 'role', 'hours'] : ['name', 'role', 'season', 'days', 'hours']
}
