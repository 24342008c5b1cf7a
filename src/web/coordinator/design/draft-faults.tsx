import { fieldsIn, nameOf } from '../../../journey/design/rules/read-form.ts'
import type { OpenedDraft } from '../../../journey/design/screens/drafts.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { type DraftPart, partOf } from './draft-parts.ts'

const MOST_SHOWN = 20

/** Everything that is wrong with a draft, each with its line, what stands there, and the way to its field. */
export function DraftFaults({ draft, part }: { draft: OpenedDraft; part: DraftPart }) {
  const { faults } = draft
  if (faults.length === 0) return null
  const lines = draft.text.split('\n')
  return (
    <section aria-labelledby="faults" class="field-error">
      <h2 id="faults">{faults.length === 1 ? 'One thing to mend' : `${faults.length} things to mend`}</h2>
      <p class="mt-1 max-w-measure text-dense text-muted">
        The draft is saved all the same. It can be published once nothing is left here.
      </p>
      <ol class="mt-3 space-y-3 text-dense">
        {faults.slice(0, MOST_SHOWN).map((it, at) => (
          <li key={at}>
            <p>
              <Icon name="circle-alert" />
              Line {it.line}: {it.message}. {it.remedy} <FaultLink draft={draft} path={it.path} part={part} />
            </p>
            <p class="overflow-x-auto font-mono text-note whitespace-pre text-muted">{lines[it.line - 1] ?? ''}</p>
          </li>
        ))}
      </ol>
      {faults.length > MOST_SHOWN && <p class="mt-3 text-dense">And {faults.length - MOST_SHOWN} more.</p>}
    </section>
  )
}

function FaultLink({ draft, path, part }: { draft: OpenedDraft; path: string; part: DraftPart }) {
  const field = fieldOf(draft, path)
  if (!field) return null
  const where = partOf(path)
  return (
    <Link href={where === part ? `#${field}` : `/desk/design/drafts/${draft.id}?part=${where}#${field}`}>
      Go to its field
    </Link>
  )
}

/** The name of the field of a place, where it has one. */
function fieldOf(draft: OpenedDraft, path: string): string | null {
  const found = draft.form && fieldsIn(draft.form).find((it) => it.path.join('.') === path)
  return found ? nameOf(found.path) : null
}
