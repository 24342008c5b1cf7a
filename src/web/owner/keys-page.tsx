import { instantInWords } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import type { KeysBackupScreen } from '../../upkeep/screens/keys-backup.ts'

/** Takes the keys away, wrapped, and says what that is good for and what not. */
export function KeysPage({ takenAt, keptDays }: KeysBackupScreen) {
  return (
    <div class="wrap grid gap-x-16 gap-y-section pt-8 md:pt-12 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
      <div class="min-w-0">
        <h1 class="max-w-[26ch]">{takenAt ? 'The keys were backed up' : 'The keys are not backed up yet'}</h1>
        <p class="mt-4 max-w-measure">
          {takenAt
            ? `The last time on ${instantInWords(takenAt)}. A backup is good for ${keptDays} days; take a new one in time.`
            : 'Private notes, goals and reports are sealed. If the disk is lost, they open again only with a backup of their keys.'}
        </p>
        <Form action="/office/keys/download" class="mt-6">
          <Button rank="primary">Download the keys</Button>
        </Form>
        <h2 class="mt-section">How to keep the file</h2>
        <ul class="mt-3 max-w-measure list-disc space-y-2 pl-5">
          <li>Keep it apart from the backups of the data: the two together, with the root key, open everything.</li>
          <li>
            {`Delete it after ${keptDays} days. Whoever is erased has their key destroyed here at once; once the older files are gone too, no backup opens what they wrote.`}
          </li>
          <li>
            The root key is not in it. It lies in the file <code>keys/root.key</code> beside the data, or comes from the
            environment; whoever runs the machine keeps a copy of that in a third place.
          </li>
        </ul>
      </div>
      <aside aria-label="About the keys">
        <h2 class="text-read">What is in the file</h2>
        <ul class="mt-2 space-y-2 text-dense text-muted">
          <li>Every key, wrapped: without the root key it opens nothing.</li>
          <li>Who was erased, as numbers: a restore erases them again.</li>
          <li>No name, no text, no root key.</li>
        </ul>
      </aside>
    </div>
  )
}
