import { setTimeout as pause } from 'node:timers/promises'
import { sendMessage } from '../journey/announce/sending.ts'
import { openPost } from '../outbox/email.ts'
import { newId } from '../runtime/new-id.ts'
import { asProgram, type House } from '../runtime/open-context.ts'

/** Letters on the way at the same time: each holds a connection to the database until the mail server has answered. */
const MOST_AT_ONCE = 3
/** Milliseconds until it begins: the answer is out by then, and takes as long whether or not there is a letter. */
const HEAD_START_MS = 50

const onTheWay = new Set<Promise<void>>()
const waiting: (() => Promise<void>)[] = []

/**
 * Sends one queued letter beside the minute's run, while the answer to whoever asked for it goes out. Where it does not succeed,
 * or this process ends before, the letter is still queued and the minute's run takes it.
 */
export function sendAtOnce(house: House, letterId: string): void {
  const { smtpUrl, mailFrom } = house.config
  if (!smtpUrl || house.organisation.kind !== 'real') return
  waiting.push(() => send(house, openPost(smtpUrl, mailFrom), letterId))
  begin()
}

/** Waits for the letters that are on the way, before the database closes; those that have not begun stay queued. */
export async function allSent(): Promise<void> {
  await Promise.all(onTheWay)
  if (onTheWay.size > 0) await allSent()
}

function begin(): void {
  while (onTheWay.size < MOST_AT_ONCE) {
    const next = waiting.shift()
    if (!next) return
    const sending = next().finally(() => {
      onTheWay.delete(sending)
      begin()
    })
    onTheWay.add(sending)
  }
}

async function send(house: House, post: ReturnType<typeof openPost>, letterId: string): Promise<void> {
  await pause(HEAD_START_MS)
  try {
    await sendMessage(asProgram(house, `at once ${newId()}`), post, letterId)
  } catch (error) {
    console.error(`A letter could not be sent at once; the next minute tries again. ${String(error)}`)
  } finally {
    post.close()
  }
}
