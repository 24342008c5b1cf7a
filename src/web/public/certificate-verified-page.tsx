import type { VerifiedCertificate } from '../../journey/results/screens/verify-certificate.ts'
import { Icon } from '../../ui/icon.tsx'
import { CertificateSheet } from '../parts/certificate-sheet.tsx'

/** What whoever has the link of a certificate sees: that it is true, and what its holder chose to show. */
export function CertificateVerifiedPage({ organisation, found }: { organisation: string; found: VerifiedCertificate }) {
  return (
    <div class="wrap pt-8 md:pt-12 print:pt-0">
      <p role="status" class="mb-6 max-w-[46rem] bg-base-200 px-5 py-4 print:hidden">
        <Icon name="check" />
        This certificate is true. {organisation} keeps it here, and its holder chose what it shows.
      </p>
      <CertificateSheet organisation={organisation} {...found} address={null} level="h1" />
      <p class="mt-6 max-w-measure text-note text-muted print:hidden">
        What is not shown here says nothing: the holder may leave out anything, and may take the certificate back.
      </p>
    </div>
  )
}
