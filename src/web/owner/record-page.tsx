import { columnInWords, readersInWords, retentionInWords } from '../../texts/en/privacy.ts'
import { erasureInWords } from '../../texts/en/record.ts'
import { More } from '../../ui/disclosure.tsx'
import { HungSection } from '../../ui/hung-section.tsx'
import { Ledger } from '../../ui/ledger.tsx'
import { Link } from '../../ui/link.tsx'
import type { RecordLine } from '../../upkeep/screens/record.ts'

/** The record of processing as a page; the file is the same, for whoever keeps records elsewhere. */
export function RecordPage({ record }: { record: readonly RecordLine[] }) {
  const people = record.filter((it) => it.isAboutPeople)
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">{people.length} kinds of records are about people</h1>
      <p class="mt-4 max-w-measure">
        What is held, why, who reads it, how long it stays and what an erasure does, from the entries that stand beside
        every column. Who is responsible, and on which legal basis, is yours to add.
      </p>
      <p class="mt-block flex flex-wrap gap-x-6 gap-y-1">
        <Link href="/upkeep/record.md">Download the record</Link>
        <Link href="/upkeep/impact.md">Download a template for an impact assessment</Link>
        <Link href="/upkeep/retention">What was deleted, and when</Link>
      </p>
      <div class="mt-block max-w-measure border-y border-rule py-3 text-dense">
        <p>
          Clearance is one bit without a reason, and no page counts it. Whoever imported the clearance list can infer
          from it who was not cleared: decide who that is.
        </p>
      </div>
      <HungSection id="people" heading="About people">
        <Lines record={people} />
      </HungSection>
      <HungSection id="nobody" heading="About nobody">
        <Lines record={record.filter((it) => !it.isAboutPeople)} />
      </HungSection>
    </div>
  )
}

function Lines({ record }: { record: readonly RecordLine[] }) {
  return (
    <ul class="border-t border-rule">
      {record.map((it) => (
        <li key={it.table} class="border-b border-rule py-3">
          <h3>{it.holds}</h3>
          <p class="mt-1 max-w-measure text-dense text-muted">
            {it.why}. Kept {retentionInWords(it.retention)}. When somebody is erased, {erasureInWords(it.erasure)}.
          </p>
          <Columns it={it} />
        </li>
      ))}
    </ul>
  )
}

function Columns({ it }: { it: RecordLine }) {
  const said = Object.entries(it.fields).filter(([, one]) => one.class !== 'key')
  if (said.length === 0) return null
  return (
    <More summary={said.length === 1 ? 'One column' : `${said.length} columns`}>
      <Ledger
        caption={`Columns: ${it.holds}`}
        columns={[{ text: 'What' }, { text: 'Class' }, { text: 'Read by' }]}
        rows={said.map(([name, one]) => [
          columnInWords(name),
          one.sealedFor ? `${one.class}, sealed` : one.class,
          readersInWords(one.readers, 'anybody’s'),
        ])}
      />
    </More>
  )
}
