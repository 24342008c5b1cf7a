import { SMTPServer } from 'smtp-server'
import { whenTheFileEnds } from './leaving.ts'

export type Received = { readonly to: string; readonly source: string }
type Refusal = { readonly code: number; readonly text: string }
/** What the server answers to a letter for an address, sooner or later: takes it, or refuses with a code. */
export type Answer = (to: string) => Refusal | null | Promise<Refusal | null>

/** How far a letter has come when the test may step in: `taken` is before the server’s yes, `answered` just after it. */
export type MailStage = 'connected' | 'sender' | 'reader' | 'begun' | 'taken' | 'answered'

/**
 * A real mail server on a free port of loopback that keeps what it took. `abroad` is the same server by an address that does not
 * read as this machine's; a server that offers TLS has a certificate that nobody vouches for.
 */
export async function mailServer(
  answer: Answer = () => null,
  { offersTls = false, at = async () => {} }: { offersTls?: boolean; at?: (stage: MailStage) => Promise<void> } = {},
): Promise<{ url: string; abroad: string; received: Received[]; answerWith: (next: Answer) => void }> {
  const received: Received[] = []
  let current = answer
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: offersTls ? [] : ['STARTTLS'],
    logger: false,
    onConnect: (_session, done) => void at('connected').then(() => done()),
    onMailFrom: (_address, _session, done) => void at('sender').then(() => done()),
    onRcptTo: async ({ address }, _session, done) => {
      await at('reader')
      const refusal = await current(address)
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null)
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      const begun = at('begun')
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        await begun
        const to = session.envelope.rcptTo.map((one) => one.address).join(', ')
        received.push({ to, source: Buffer.concat(parts).toString('utf8') })
        await at('taken')
        done()
        await at('answered')
      })
    },
  })
  server.on('error', () => {})
  whenTheFileEnds(() => new Promise<void>((done) => server.close(done)))
  const port = await new Promise<number>((done) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const at = listening.address()
      done(typeof at === 'object' && at ? at.port : 0)
    })
  })
  const answerWith = (next: Answer) => {
    current = next
  }
  return { url: `smtp://127.0.0.1:${port}`, abroad: `smtp://0.0.0.0:${port}`, received, answerWith }
}
