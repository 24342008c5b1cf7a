import { daySchema } from '../../../model/day.ts'
import { asTopics } from '../../../model/topics.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, type Problem } from '../../../runtime/errors.ts'
import { selfOf } from '../../../runtime/self.ts'
import { addBlocks, removeBlock } from '../../../store/directory-blocks.ts'
import { closeOffer as close, saveOffer as save } from '../../../store/open-mentors.ts'
import { LONGEST_OFFER, MOST_PLACES, MOST_TOPICS, type Offer } from '../shapes.ts'
import { findMentor, ownBlocks } from './find-mentor.ts'

export type GivenOffer = {
  readonly topics: readonly string[]
  readonly words: string
  readonly places: string
  readonly asynchronous: boolean
  readonly availableOn: string
}

/** Shows oneself as a mentor, or changes what one shows; whoever was full has room again from then on. */
export async function saveOffer(ctx: Context, given: GivenOffer): Promise<void> {
  const me = selfOf(ctx)
  const offer = readOffer(given)
  await within(ctx, async (tx) => {
    await permit(ctx, tx, 'offer.saveOffer', { people: [me] })
    const at = ctx.clock.now()
    await save(tx, ctx.organisationId, me, { ...offer, at })
    await addBlocks(tx, ctx.organisationId, me, await ownBlocks(ctx, tx), at)
  })
}

/** Takes oneself out of the directory, or back into it as one was; doing it twice is the same. */
export async function closeOffer(ctx: Context, input: { readonly isOut: boolean }): Promise<void> {
  const me = selfOf(ctx)
  await within(ctx, async (tx) => {
    await permit(ctx, tx, 'offer.closeOffer', { people: [me] })
    await close(tx, ctx.organisationId, me, input.isOut ? ctx.clock.now() : null)
  })
}

/** Does not show the two to each other any more, or does again; the other one learns nothing of it. */
export async function keepApart(
  ctx: Context,
  input: { readonly other: string; readonly isApart: boolean },
): Promise<void> {
  const me = selfOf(ctx)
  await within(ctx, async (tx) => {
    await permit(ctx, tx, 'offer.keepApart', { people: [me] })
    if (!input.isApart) return removeBlock(tx, ctx.organisationId, me, input.other)
    await findMentor(ctx, tx, input.other)
    await addBlocks(tx, ctx.organisationId, me, [input.other], ctx.clock.now())
  })
}

function readOffer(given: GivenOffer): Offer {
  const topics = asTopics(given.topics)
  const words = given.words.replaceAll(/\s+/g, ' ').trim()
  const places = Number(given.places)
  const availableOn = given.availableOn.trim()
  const fields: readonly (Problem | false)[] = [
    topics.length === 0 && { place: 'topics', message: 'Name at least one topic, so that people find you.' },
    topics.length > MOST_TOPICS && { place: 'topics', message: `Name at most ${MOST_TOPICS} topics.` },
    topics.some((it) => it.length > 80) && { place: 'topics', message: 'A topic has at most 80 characters.' },
    words === '' && { place: 'offer', message: 'Write a sentence about what you can offer.' },
    words.length > LONGEST_OFFER && {
      place: 'offer',
      message: `Write at most ${LONGEST_OFFER} characters; these are ${words.length}.`,
    },
    !(Number.isInteger(places) && places >= 1 && places <= MOST_PLACES) && {
      place: 'places',
      message: `Choose a number from 1 to ${MOST_PLACES}.`,
    },
    availableOn !== '' &&
      !daySchema.safeParse(availableOn).success && { place: 'from', message: 'Give a day as in 2026-03-04, or none.' },
  ]
  const wrong = fields.filter((it) => it !== false)
  if (wrong.length > 0) throw new Invalid('Not kept yet.', { fields: wrong })
  const { asynchronous } = given
  return { topics, words, places, asynchronous, availableOn: availableOn === '' ? null : availableOn }
}
