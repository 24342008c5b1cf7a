import { LONGEST_REPORT, type OwnReport, type ReportForm } from '../../../journey/meet/actions/reports.ts'
import { instantInWords, longDay } from '../../../texts/en/days.ts'
import { listInWords } from '../../../texts/en/privacy.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyContact } from '../../parts/privacy-contact.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'
import { SealedTruth } from '../../parts/sealed-truth.tsx'

type Props = {
  form: ReportForm
  contact: string | null
  done: boolean
  again: { readonly words: string; readonly error: string } | null
}

/** Where somebody says that their pair is not working, after it was said who would read it. */
export function ReportPage({ form, contact, done, again }: Props) {
  const { readers, partner, season } = form
  return (
    <div class="wrap grid gap-x-24 gap-y-section pt-8 md:pt-12 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
      <div class="min-w-0">
        {again && <ErrorSummary errors={[{ fieldId: 'words', text: again.error }]} />}
        {done && (
          <Notice>
            It waits for {readers ? listInWords(readers.contacts) : 'its reader'}. You see below when it was opened.
          </Notice>
        )}
        <p class={again || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
          {season}. Your pair with {partner}
        </p>
        <h1 class="mt-2 max-w-[26ch]">Say that this is not working</h1>
        {readers ? <WriteForm form={form} contact={contact} again={again} /> : <NobodyReads contact={contact} />}
        <OwnReports reports={form.reports} />
      </div>
      <aside class="space-y-9 text-dense" aria-label="About this page">
        <section aria-labelledby="unseen">
          <h2 id="unseen" class="text-read">
            Who never sees it
          </h2>
          <p class="mt-2 text-muted">
            {partner}, and coordinators, owners and the people team, unless one of them is named here as a reader. They
            see neither the words nor that there are any.
          </p>
        </section>
        <section aria-labelledby="still">
          <h2 id="still" class="text-read">
            Who could still read it
          </h2>
          <p class="mt-2 text-muted">
            <SealedTruth what="A report is" /> Each reader’s copy is sealed with their key.
          </p>
        </section>
      </aside>
    </div>
  )
}

function WriteForm({ form, contact, again }: Pick<Props, 'form' | 'contact' | 'again'>) {
  const { contacts = [], deputies = [] } = form.readers ?? {}
  const instead =
    deputies.length > 0 ? `; ${listInWords(deputies)}, if nobody has opened it by the end of the next working day` : ''
  return (
    <>
      <p class="mt-3 max-w-measure">
        {listInWords(contacts)} {contacts.length === 1 ? 'reads' : 'read'} what you write, and you get an answer in
        person. You need no proof and no reason that would convince anybody.
      </p>
      <Form action={`/pairs/${form.pairId}/report`} class="mt-block max-w-measure space-y-4">
        <Field
          id="words"
          label="What is not working?"
          hint="As much or as little as you like. Say how you would like to be reached."
          readBy={`Read by ${listInWords(contacts)}${instead}`}
          rows={8}
          maxLength={LONGEST_REPORT}
          value={again?.words}
          error={again?.error}
          required
        />
        <Button rank="primary">Send it</Button>
        <p class="text-dense text-muted">
          {form.sendsLetter
            ? 'They get a letter that says only that something waits.'
            : 'No letters are sent from here: they see it when they next open these pages.'}{' '}
          Nothing happens to your pair by itself.
        </p>
        <PrivacyNotice
          purpose="It is there so that somebody outside of your pair can help."
          readers={`${listInWords(contacts)}${instead}`}
          kept="until a year after the season’s end"
          contact={contact}
        />
      </Form>
    </>
  )
}

function NobodyReads({ contact }: { contact: string | null }) {
  return (
    <div class="mt-block max-w-measure bg-base-200 px-5 py-4">
      <h2 class="text-read">Nobody could read it here</h2>
      <p class="mt-1">
        There is no named contact outside of your pair, so there is no form. Turn to somebody you trust instead.{' '}
        <PrivacyContact contact={contact} /> They can also tell you who else helps.
      </p>
    </div>
  )
}

function OwnReports({ reports }: { reports: readonly OwnReport[] }) {
  if (reports.length === 0) return null
  return (
    <section class="mt-section" aria-labelledby="sent">
      <h2 id="sent">What you have sent</h2>
      <ol class="mt-4 border-t border-rule">
        {reports.map((it) => (
          <li key={it.id} class="border-b border-rule py-4">
            <p dir="auto" class="max-w-measure whitespace-pre-line wrap-anywhere">
              {it.words}
            </p>
            <p class="mt-2 text-dense text-muted">
              {longDay(it.madeOn)}. {stateOf(it)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function stateOf({ openedAt, stranded }: OwnReport): string {
  if (openedAt) return `Opened ${instantInWords(openedAt)}.`
  if (stranded)
    return 'Not opened, and those who could open it do not have the task any more. Send it again: it then goes to who has it now.'
  return 'Not opened yet.'
}
