import type { ComponentChildren } from 'preact'
import type { BoardLine, BoardLineKey } from '../../office/rules/board.ts'
import type { BoardScreen } from '../../office/screens/board.ts'
import { longDay } from '../../texts/en/days.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { HatsOnBoard } from './hats-on-board.tsx'
import { TemplateForm } from './template-form.tsx'

type Props = Pick<BoardScreen, 'facts' | 'missing'> & {
  readonly sendsMail: boolean
  readonly templates: readonly { readonly file: string; readonly name: string }[]
  readonly mayLoad: boolean
}
type Said = {
  readonly heading: string
  readonly text: ComponentChildren
  readonly action: ComponentChildren
}

/** One line of the checklist: what to do with its action, or what was done. The first open one has the page's main button. */
export function BoardLineRow(props: Props & { readonly line: BoardLine; readonly isFirst: boolean }) {
  const { line, isFirst } = props
  const rank = isFirst ? 'primary' : 'second'
  const said = line.done ? DONE[line.key](props) : OPEN[line.key](props, rank)
  return (
    <li class="grid gap-x-6 gap-y-1 border-t border-rule py-4 md:grid-cols-[5.5rem_minmax(0,1fr)_auto]">
      <p class={line.done ? '-ml-1 text-dense text-muted' : 'text-dense font-semibold'}>
        {line.done && <Icon name="check" />}
        {line.done ? 'Done' : 'To do'}
      </p>
      <div class="min-w-0 max-w-measure">
        {line.done ? <p class="font-semibold">{said.heading}</p> : <h2 class="text-read">{said.heading}</h2>}
        <div class="mt-0.5 text-dense text-muted">{said.text}</div>
      </div>
      <div class="mt-2 flex flex-wrap items-start gap-x-4 gap-y-2 text-dense md:mt-0 md:justify-end">{said.action}</div>
    </li>
  )
}

type Rank = 'primary' | 'second'

const OPEN: Readonly<Record<BoardLineKey, (it: Props, rank: Rank) => Said>> = {
  organisation: (_it, rank) => ({
    heading: 'Name who answers questions about privacy',
    text: 'Every form shows this contact. Until there is one, nobody knows whom to ask.',
    action: goTo(rank, '/office/organisation', 'Name the contact'),
  }),
  'second-step': (_it, rank) => ({
    heading: 'Set up your second step',
    text: 'Owners and coordinators show a passkey or a one-time code in each sign-in.',
    action: goTo(rank, '/me/second-step?next=%2Foffice', 'Set up the step'),
  }),
  keys: (_it, rank) => ({
    heading: 'Download the backup of the keys',
    text: 'Private notes, goals and reports are sealed. Without their keys a lost disk makes them unreadable for good.',
    action: goTo(rank, '/office/keys', 'Download the keys'),
  }),
  mail: ({ sendsMail }, rank) =>
    sendsMail
      ? {
          heading: 'Send a test letter to yourself',
          text: 'You see at once what the mail server answers, and then whether the letter arrives.',
          action: (
            <Form action="/office/test-mail">
              <Button rank={rank}>Send a test letter</Button>
            </Form>
          ),
        }
      : {
          heading: 'Set up the mail server',
          text: (
            <>
              Whoever runs the server sets <code>SMTP_URL</code> and <code>MAIL_FROM</code> and starts Alongside again.
              Then a test letter to yourself is sent from here.
            </>
          ),
          action: null,
        },
  people: (_it, rank) => ({
    heading: 'Bring in the people',
    text: (
      <>
        Import a spreadsheet of the directory, or <Link href="/office/directory">connect the directory service</Link>,
        which keeps it up to date by itself.
      </>
    ),
    action: goTo(rank, '/people/import', 'Import people'),
  }),
  hats: (it, rank) => ({
    heading: 'Give the hats that nobody wears',
    text: <HatsOnBoard {...it} />,
    action: goTo(rank, '/office/hats#give', 'Give a hat'),
  }),
  program: (it, rank) => ({
    heading: 'Load the first program',
    text: <TemplateForm {...it} rank={rank} />,
    action: null,
  }),
}

const DONE: Readonly<Record<BoardLineKey, (it: Props) => Said>> = {
  organisation: ({ facts }) => ({
    heading: facts.name,
    text: `Questions about privacy go to ${facts.privacyContact}.${onePerson(facts.onePersonDecidedOn)}`,
    action: <Link href="/office/organisation">Change</Link>,
  }),
  'second-step': () => ({
    heading: 'Your second step',
    text: 'A passkey or a one-time code is asked for in each of your sign-ins.',
    action: <Link href="/me/second-step">See</Link>,
  }),
  keys: ({ facts }) => ({
    heading: 'Backup of the keys',
    text: `Downloaded on ${dayOf(facts.keysBackedUpAt)}.`,
    action: <Link href="/office/keys">Download again</Link>,
  }),
  mail: ({ facts, sendsMail }) => ({
    heading: 'Letters',
    text: `The mail server took a test letter on ${dayOf(facts.mailTestedAt)}.`,
    action: sendsMail && (
      <Form action="/office/test-mail">
        <Button rank="row">Send another</Button>
      </Form>
    ),
  }),
  people: ({ facts }) => ({
    heading: facts.people === 1 ? '1 person in the directory' : `${facts.people} people in the directory`,
    text: 'People come and go with the next import, or by the directory service.',
    action: <Link href="/people">See</Link>,
  }),
  hats: (it) => ({
    heading: 'Hats',
    text: <HatsOnBoard {...it} />,
    action: <Link href="/office/hats">Change</Link>,
  }),
  program: ({ facts }) => ({
    heading: facts.seasons === 1 ? '1 season' : `${facts.seasons} seasons`,
    text: 'Each is one program file; its coordinator runs it.',
    action: <Link href="/">See</Link>,
  }),
}

function goTo(rank: Rank, href: string, text: string) {
  return (
    <ButtonLink rank={rank} href={href}>
      {text}
    </ButtonLink>
  )
}

function dayOf(instant: string | null): string {
  return instant ? longDay(instant.slice(0, 10)) : ''
}

function onePerson(decidedOn: string | null): string {
  return decidedOn ? ` One person may be coordinator and people team, decided on ${longDay(decidedOn)}.` : ''
}
