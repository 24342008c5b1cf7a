import { createHash } from 'node:crypto'

/** What the file `certificate.json` holds: the two sheets as the engine took them, the rules, the proof, and a digest of each file beside it. */
export type CertificateFile = {
  readonly format: 'alongside-match-1'
  readonly problem: unknown
  readonly policy: unknown
  readonly mentorOnly: readonly string[]
  readonly certificate: unknown
  readonly files: Readonly<Record<string, string>>
}

/** The text of the file: one line for each part, and last a digest of all before it. */
export function certificateFile(
  asked: { readonly problem: unknown; readonly policy: unknown; readonly mentorOnly: readonly string[] },
  certificate: unknown,
  files: Readonly<Record<string, string>>,
): string {
  const digests = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, digestOf(text)]))
  const { problem, policy, mentorOnly } = asked
  return textOf({ format: 'alongside-match-1', problem, policy, mentorOnly, certificate, files: digests })
}

/** Reads the text; null when it is not, byte for byte, what `certificateFile` writes. */
export function readCertificateFile(text: string): CertificateFile | null {
  try {
    const { digest, ...file } = JSON.parse(text)
    return textOf(file) === text && typeof digest === 'string' ? file : null
  } catch {
    return null
  }
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function textOf(file: CertificateFile): string {
  const lines = Object.entries(file).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
  const body = `{\n${lines.join('')}`
  return `${body} "digest": "${digestOf(body)}"\n}\n`
}
