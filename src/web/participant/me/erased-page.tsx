import { certificateText } from '../../../people/messages/erased-letter.ts'
import type { Certificate } from '../../../people/shapes/certificate.ts'

/** The certificate, shown once: it can be downloaded from here and is nowhere else to be had. */
export function ErasedPage({ certificate, isOwn }: { certificate: Certificate; isOwn: boolean }) {
  const text = certificateText(certificate)
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">{isOwn ? 'You are erased' : 'They are erased'}</h1>
      <p class="mt-4 max-w-measure">
        This is the certificate. It is shown only now{isOwn ? ', and you are signed out' : ''}.{' '}
        <a
          class="a"
          download={`certificate-of-erasure-${certificate.number}.txt`}
          href={`data:text/plain;charset=utf-8;base64,${Buffer.from(text).toString('base64')}`}
        >
          Download it
        </a>
      </p>
      <p dir="auto" class="mt-block max-w-measure whitespace-pre-line border-t border-rule pt-block wrap-anywhere">
        {text}
      </p>
    </div>
  )
}
