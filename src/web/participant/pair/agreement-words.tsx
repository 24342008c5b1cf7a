import type { Agreement } from '../../../model/shared-text.ts'

const PARTS = [
  ['rhythm', 'When'],
  ['place', 'Where'],
  ['between', 'What stays between you'],
] as const

/** The parts of an agreement that say something. */
export function AgreementWords({ agreement }: { agreement: Agreement }) {
  return (
    <dl class="mt-3 max-w-measure space-y-2">
      {PARTS.filter(([part]) => agreement[part] !== '').map(([part, name]) => (
        <div key={part}>
          <dt class="text-note text-muted">{name}</dt>
          <dd dir="auto" class="whitespace-pre-line wrap-anywhere">
            {agreement[part]}
          </dd>
        </div>
      ))}
    </dl>
  )
}
