import type { Certificate } from '../../journey/results/rules/certificate.ts'
import { hoursInWords } from '../../texts/en/completion.ts'
import { dayRange, longDay } from '../../texts/en/days.ts'
import { QrCode } from '../../ui/qr-code.tsx'

type Props = {
  organisation: string
  certificate: Certificate
  madeOn: string
  /** Where it can be checked; null on the very page that checks it. */
  address: string | null
  level: 'h1' | 'h2'
}

/** A certificate of completion as it is printed and as others see it: what its holder chose, and nothing else. */
export function CertificateSheet({ organisation, certificate, madeOn, address, level: Heading }: Props) {
  const { name, role, season, days, minutes } = certificate
  const facts = [
    ...(days ? [{ term: 'Days', value: dayRange(days.from, days.until) }] : []),
    ...(minutes === null ? [] : [{ term: 'In conversation', value: hoursInWords(minutes) }]),
  ]
  return (
    <article class="certificate">
      <p class="certificate-house">{organisation}</p>
      <Heading class="certificate-title">Certificate of completion</Heading>
      <div class="certificate-words">
        {name && (
          <p class="certificate-name" dir="auto">
            {name}
          </p>
        )}
        <p>{sentence(certificate)}</p>
        {season && (
          <p class="certificate-season" dir="auto">
            {season}
          </p>
        )}
        {role && <p>as a {role}</p>}
      </div>
      {facts.length > 0 && (
        <dl class="certificate-facts">
          {facts.map((it) => (
            <div key={it.term}>
              <dt>{it.term}</dt>
              <dd>{it.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div class="certificate-foot">
        <p>
          Made on {longDay(madeOn)}.
          {address && (
            <>
              {' '}
              Whoever opens this address sees that it is true:
              <span class="block wrap-anywhere">{address}</span>
            </>
          )}
        </p>
        {address && <QrCode text={address} label="The same address as a QR code" />}
      </div>
    </article>
  )
}

function sentence({ name, season }: Certificate): string {
  const who = name ? 'has' : 'Whoever shows this has'
  return season ? `${who} completed` : `${who} completed a season of mentorship`
}
