import type { Certificate } from '../../../journey/results/rules/certificate.ts'
import { Link } from '../../../ui/link.tsx'
import { CertificateSheet } from '../../parts/certificate-sheet.tsx'

type Props = { organisation: string; certificate: Certificate; madeOn: string; address: string; back: string }

/** One’s own certificate, on one sheet of paper. */
export function SheetPage({ back, ...sheet }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12 print:pt-0">
      <p class="mb-6 max-w-measure text-dense text-muted print:hidden">
        <Link href={back}>Your certificate</Link>. Print this page with your browser, or choose “Save as PDF” there: it
        fits on one sheet.
      </p>
      <CertificateSheet {...sheet} level="h1" />
    </div>
  )
}
