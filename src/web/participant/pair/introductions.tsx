import type { Introduction, PairPage } from '../../../journey/meet/screens/pair-page.ts'
import { listInWords } from '../../../texts/en/privacy.ts'
import { More } from '../../../ui/disclosure.tsx'

/** Who the other one is, and both introductions as each reads the other's. */
export function Introductions({ me, them, role }: Pick<PairPage, 'me' | 'them' | 'role'>) {
  const partnerRole = role === 'mentor' ? 'mentee' : 'mentor'
  const works = [them?.title, them?.department].filter(Boolean).join(', ')
  return (
    <div class="mt-3 max-w-measure">
      <p>
        Your {partnerRole}
        {works !== '' && `, ${works}`}.{' '}
        {them && !them.email.endsWith('.invalid') && (
          <a class="a wrap-anywhere" href={`mailto:${them.email}`}>
            {them.email}
          </a>
        )}
      </p>
      <div class="mt-2">
        <More summary="Read both introductions">
          <div class="space-y-4">
            {them && <OneIntroduction it={them} heading={them.name} topics={topicsOf(partnerRole)} />}
            {me && <OneIntroduction it={me} heading="You, as they read it" topics={topicsOf(role)} />}
            <p class="text-note text-muted">
              These are the answers of your applications that were marked as shared with the other one. Nothing else of
              an application is shown.
            </p>
          </div>
        </More>
      </div>
    </div>
  )
}

function topicsOf(role: 'mentor' | 'mentee'): string {
  return role === 'mentor' ? 'Can help with' : 'Would like to talk about'
}

function OneIntroduction({ it, heading, topics }: { it: Introduction; heading: string; topics: string }) {
  const isEmpty = !it.about && it.topics.length === 0
  return (
    <div>
      <p dir="auto" class="font-semibold wrap-anywhere">
        {heading}
      </p>
      {it.about && (
        <p dir="auto" class="mt-1 whitespace-pre-line wrap-anywhere">
          {it.about}
        </p>
      )}
      {it.topics.length > 0 && (
        <p class="mt-1 wrap-anywhere">
          {topics}: {listInWords(it.topics)}.
        </p>
      )}
      {isEmpty && <p class="mt-1 text-muted">Nothing was written to be shared.</p>}
    </div>
  )
}
