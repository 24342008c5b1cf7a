import type { Role } from '../../../model/role.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Link } from '../../../ui/link.tsx'
import { SelectField } from '../../../ui/select-field.tsx'

type Props = { season: string; name: string; email: string; role: Role; isMissing: boolean }

/** One application by its person’s address: for whoever asks why, since those that do not proceed stand in no list. */
export function FindPage({ season, name, email, role, isMissing }: Props) {
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href={`/desk/applications?season=${season}`}>Applications</Link>, {name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">Look up one application</h1>
      <p class="mt-3 max-w-measure">
        When somebody asks that a person looks again, you may need to see which rule was not met. Applications that do
        not proceed stand in no list; you open one by its address, and the person sees by hat and day that you did.
      </p>
      <form class="mt-6 max-w-measure space-y-5" method="get" action="/desk/applications/find">
        <input type="hidden" name="season" value={season} />
        <Field
          id="email"
          label="Their address"
          type="email"
          value={email}
          error={isMissing ? 'No application of this address and role has reached you.' : undefined}
        />
        <SelectField
          id="role"
          label="Applied as"
          value={role}
          options={[
            { value: 'mentee', text: 'mentee' },
            { value: 'mentor', text: 'mentor' },
          ]}
        />
        <Button rank="primary">Open it</Button>
      </form>
    </div>
  )
}
