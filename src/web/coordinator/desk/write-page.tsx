import { LONGEST_SUBJECT, LONGEST_WORDS } from '../../../desk/actions/write-to-group.ts'
import type { Side } from '../../../desk/rules/plan-group.ts'
import { type Group, type GroupFilter, isApplicants } from '../../../desk/screens/group.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { LetterText } from '../../parts/letter-text.tsx'
import { groupInWords, toWhom, writePath } from './group-in-words.ts'

const SIDES: readonly { value: Side; text: string }[] = [
  { value: 'both', text: 'Mentors and mentees' },
  { value: 'mentors', text: 'Mentors' },
  { value: 'mentees', text: 'Mentees' },
]
export type Entered = { readonly id: string; readonly subject: string; readonly words: string }
export type WriteFault = { readonly fieldId: string; readonly text: string }
type Props = {
  group: Group
  asked: GroupFilter
  entered: Entered
  /** One copy as its reader gets it, once it is written; null while it is being written. */
  copy: { readonly subject: string; readonly body: string; readonly why: string } | null
  /** What was just done. */
  said: string | null
  faults: readonly WriteFault[]
}

/** A letter to each in a group: who they are, what it says, how it will be read, and only then sent. */
export function WritePage({ group, asked, entered, copy, said, faults }: Props) {
  const { season, people } = group
  const many = toWhom(asked, people.length)
  const isOfApplicants = isApplicants(asked)
  // Of pairs another role may have somebody; applicants of neither role are nobody.
  const hasForm = people.length > 0 || !isOfApplicants || asked.who !== 'both'
  const isTop = faults.length === 0 && said === null
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary errors={faults} heading="Not sent; nothing is lost" />
      {said && <Notice>{said}</Notice>}
      <p class={isTop ? 'text-muted' : 'mt-8 text-muted'}>
        <Link href="/desk">Today</Link>,{' '}
        {isOfApplicants ? (
          <Link href={`/desk/selection?season=${season.key}`}>selecting</Link>
        ) : (
          <Link href={`/desk/pairs?season=${season.key}`}>pairs</Link>
        )}
        , <Link href={`/desk/written?season=${season.key}`}>letters to groups</Link> of {season.program.name}
      </p>
      <h1 id="group" class="mt-1 max-w-[26ch]">
        {people.length === 0 ? 'Nobody is in this group' : `A letter to ${many}`}
      </h1>
      <p class="mt-3 max-w-measure wrap-anywhere">
        {people.length === 1 && asked.to !== 'applied' ? people[0]?.name : groupInWords(asked, group.of)}.{' '}
        {group.hasOwn &&
          (isOfApplicants
            ? 'You are left out: another coordinator writes to you.'
            : 'Your own pair is left out: another coordinator writes to it.')}
      </p>
      {isOfApplicants && <OfApplicants group={group} asked={asked} />}
      {(people.length > 1 || (people.length === 1 && asked.to === 'applied')) && (
        <div class="mt-2">
          <More summary="Who they are">
            <ul class="gap-x-8 wrap-anywhere md:columns-3">
              {people.map((it) => (
                <li key={it.id}>{it.name}</li>
              ))}
            </ul>
          </More>
        </div>
      )}
      {hasForm && (
        <Form action="/desk/write">
          <Hidden asked={asked} season={season.key} id={entered.id} seen={group.seen} />
          {copy ? (
            <Look copy={copy} entered={entered} asked={asked} many={many} />
          ) : (
            <Write {...{ entered, asked, faults }} />
          )}
        </Form>
      )}
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        Each gets a copy of their own, with nobody else’s name. Whoever wants no letters of this kind by e-mail has it
        on their page. {isOfApplicants ? 'Everybody who applied sees' : 'They see'} by hat and day that you looked who
        is in this group.
      </p>
    </div>
  )
}

/** What a letter to applicants may tell, and where else to write while there is nobody in the group. */
function OfApplicants({ group, asked }: { group: Group; asked: GroupFilter }) {
  const { season, people, isTold } = group
  const to = (it: 'applied' | 'unplaced' | 'pairs', text: string) => (
    <Link href={writePath(season.key, { to: it })}>{text}</Link>
  )
  const words =
    asked.to === 'applied' && isTold ? (
      <>
        Everybody has heard. Write to {to('unplaced', 'those without a place')} or to {to('pairs', 'the pairs')}.
      </>
    ) : asked.to !== 'applied' && !isTold ? (
      <>
        Before everybody has heard, a letter to these people alone would tell them how they stand. Until then you can
        write to {to('applied', 'everyone who applied')}.
      </>
    ) : asked.to === 'applied' ? (
      people.length === 0 ? (
        'No application is with you yet.'
      ) : (
        'Applications that are not with you yet get it too, so that nobody reads from it how they stand. No page says how many.'
      )
    ) : asked.to === 'waiting' && people.length > 0 ? (
      'They were not told that they wait, nor in which place. Your letter tells them, unless it speaks of something else.'
    ) : null
  return words && <p class="mt-2 max-w-measure text-muted">{words}</p>
}

function Hidden(props: { asked: GroupFilter; season: string; id: string; seen: string }) {
  const { asked, season, id, seen } = props
  const fields = { season, id, seen, to: asked.to, of: asked.of ?? '', q: asked.q, standing: asked.standing ?? '' }
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function Write({ entered, asked, faults }: { entered: Entered; asked: GroupFilter; faults: readonly WriteFault[] }) {
  const errorOf = (id: string) => faults.find((it) => it.fieldId === id)?.text
  return (
    <div class="mt-section max-w-measure space-y-6">
      {asked.to !== 'person' && (
        <div class="flex flex-wrap items-end gap-3">
          <div class="min-w-48 flex-1">
            <SelectField id="who" label="To whom of them" value={asked.who} options={SIDES} />
          </div>
          <Button name="do" value="again">
            Show who that is
          </Button>
        </div>
      )}
      <Field
        id="subject"
        label="Subject"
        value={entered.subject}
        error={errorOf('subject')}
        maxLength={LONGEST_SUBJECT}
      />
      <Field
        id="words"
        label="What you want to say"
        hint="“Hello” with each one’s name stands above it, your name and address below it."
        rows={10}
        value={entered.words}
        error={errorOf('words')}
        maxLength={LONGEST_WORDS}
      />
      <Button rank="primary" name="do" value="look">
        Look at it
      </Button>
    </div>
  )
}

function Look(props: { copy: NonNullable<Props['copy']>; entered: Entered; asked: GroupFilter; many: string }) {
  const { copy, entered, asked, many } = props
  return (
    <>
      <input type="hidden" name="who" value={asked.who} />
      <input type="hidden" name="subject" value={entered.subject} />
      <input type="hidden" name="words" value={entered.words} />
      <HungSection id="copy" heading="As it is read">
        <p class="font-semibold wrap-anywhere">{copy.subject}</p>
        <LetterText text={`${copy.body}\n\n${copy.why}`} />
      </HungSection>
      <HungSection id="then" heading="What happens">
        <p class="max-w-measure">
          {many.charAt(0).toUpperCase() + many.slice(1)} {/^(1 |everyone)/.test(many) ? 'has' : 'have'} it on their page
          at once. By e-mail it leaves at each one’s next permitted hour; until then you can take it back.
        </p>
        <p class="mt-4 flex flex-wrap gap-3">
          <Button rank="primary" name="do" value="send">
            Send to {many}
          </Button>
          <Button name="do" value="test">
            Send a test to myself
          </Button>
          <Button name="do" value="again">
            Change it
          </Button>
        </p>
      </HungSection>
    </>
  )
}
