import type { OwnCompletion, OwnCompletions } from '../../../journey/results/actions/own-certificates.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'
import { LinesForm } from './lines-form.tsx'
import { MissingList } from './missing-list.tsx'
import { ShownPart } from './shown-part.tsx'

/** What somebody reads after they did something here. */
export const CERTIFICATE_DONE = {
  made: 'Your certificate is made. Its link is below; nobody has it before you give it away.',
  changed: 'Saved. Whoever has the link sees it like this from now on.',
  back: 'It is taken back. Its link opens nothing any more.',
} as const

export type LinesAgain = {
  readonly role: string
  readonly lines: readonly string[]
  readonly faults: readonly Problem[]
}
type Props = {
  own: OwnCompletions
  /** Where the site is: the links of certificates begin with it. */
  site: string
  contact: string | null
  done: keyof typeof CERTIFICATE_DONE | null
  again: LinesAgain | null
}

/** What somebody has done towards a certificate of completion, what is missing with the way to it, and the certificate. */
export function CertificatePage({ own, site, contact, done, again }: Props) {
  const errors = (again?.faults ?? []).map((it) => ({ fieldId: it.place, text: it.message }))
  const isOnly = own.roles.length === 1
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary errors={errors} heading="Not saved yet; nothing is lost" />
      {done && <Notice>{CERTIFICATE_DONE[done]}</Notice>}
      <p class={again || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        <Link href="/my">My page</Link>, <span class="wrap-anywhere">{own.name}</span>
      </p>
      <h1 class="mt-2 max-w-[26ch]">{heading(own)}</h1>
      {own.roles.map((it) => (
        <section
          key={it.role}
          class={isOnly ? 'mt-4 max-w-measure' : 'mt-section max-w-measure'}
          aria-labelledby={`as-${it.role}`}
        >
          <h2 id={`as-${it.role}`} class={isOnly ? 'sr-only' : 'double-rule pb-1'}>
            As a {it.role}
          </h2>
          <OneRole own={own} it={it} site={site} again={again?.role === it.role ? again : null} />
        </section>
      ))}
      <div class="mt-section max-w-measure">
        <PrivacyNotice
          purpose={`You can show that you completed the season.${own.asksSurveys ? ' Whether you answered a survey is counted here for you alone.' : ''}`}
          readers="you, and whoever you give the link; coordinators see who completed the season, not what you show of it"
          kept="until you take it back"
          contact={contact}
        />
      </div>
    </div>
  )
}

function heading({ roles }: OwnCompletions): string {
  if (roles.some((it) => it.certificate)) return 'Your certificate of completion'
  if (roles.some((it) => it.standing === 'ready')) return 'Your certificate of completion is ready'
  if (roles.some((it) => it.standing === 'waits')) return 'You have done all it takes'
  const open = roles.find((it) => it.standing === 'open')
  const many = open ? missing(open) : 0
  if (open) return many === 0 ? 'On the way to your certificate' : `${countOf(many, 'thing')} to your certificate`
  return 'There is no certificate of this season'
}

function missing({ done }: OwnCompletion): number {
  if (!done) return 0
  const { meetings, trainings, surveys } = done
  const unmet = meetings && meetings.met < meetings.needed ? 1 : 0
  return unmet + [...trainings, ...surveys].filter((it) => it.state !== 'done').length
}

type RoleProps = { own: OwnCompletions; it: OwnCompletion; site: string; again: LinesAgain | null }

function OneRole({ own, it, site, again }: RoleProps) {
  if (it.certificate)
    return (
      <>
        <ShownPart own={own} role={it.role} certificate={it.certificate} site={site} />
        <LinesForm own={own} it={it} again={again} />
      </>
    )
  if (it.standing === 'ready') return <LinesForm own={own} it={it} again={again} />
  return (
    <>
      <p class="mt-2">{why(it, own)}</p>
      {it.done && <MissingList own={own} done={it.done} />}
    </>
  )
}

function why(it: OwnCompletion, { endsOn }: OwnCompletions): string {
  if (it.standing === 'waits')
    return `Certificates are made when the season is over, from the day after ${longDay(endsOn)}. You get a letter.`
  if (it.standing === 'open') return 'This is what it takes, and where you stand.'
  return 'Something it takes could not be done in time. What you did in the season is yours all the same. If you think that this is a mistake, ask a coordinator.'
}
