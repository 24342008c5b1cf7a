import type { OwnCompletion, OwnCompletions } from '../../../journey/results/actions/own-certificates.ts'
import type { Role } from '../../../model/role.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { certificateAddress } from './certificate-address.ts'

type Props = {
  own: OwnCompletions
  role: Role
  certificate: NonNullable<OwnCompletion['certificate']>
  site: string
}

/** A certificate that is made: its link, the way to print it, and the way to take it back. */
export function ShownPart({ own, role, certificate, site }: Props) {
  const address = certificateAddress(site, certificate.code)
  const base = `/seasons/${encodeURIComponent(own.season)}/certificate`
  return (
    <div class="mt-4 space-y-4">
      <p class="text-muted">Made on {longDay(certificate.madeOn)}.</p>
      <p>
        Whoever has this link sees what you chose, without signing in:
        <span class="mt-1 block bg-base-200 px-5 py-4 font-semibold wrap-anywhere">
          <Link href={address}>{address}</Link>
        </span>
      </p>
      <p>
        <ButtonLink rank="primary" href={`${base}/${role}`}>
          Print it, or keep it as a PDF
        </ButtonLink>
      </p>
      <More summary="Take it back">
        <Form action={`${base}/take-back`} class="space-y-3">
          <input type="hidden" name="role" value={role} />
          <p>
            The link opens nothing any more, on paper neither. You can make another one, which has a new link, for as
            long as the season’s facts are kept.
          </p>
          <Button>Take my certificate back</Button>
        </Form>
      </More>
    </div>
  )
}
