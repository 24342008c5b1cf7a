import type { Encoding } from '../../../sheets/encoding.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import type { Look, SheetAsked } from '../../sheet-look.ts'
import { forThePage } from '../people/preview-page.tsx'
import { LookChanges } from './look-changes.tsx'
import { LookFaults } from './look-faults.tsx'
import { LookNotes } from './look-notes.tsx'
import { MapFields } from './map-fields.tsx'
import { SHEET_WORDS } from './sheet-words.ts'
import { factsOf, headingOf } from './what-it-does.ts'

type Props = {
  asked: SheetAsked
  look: Look
  page: number
  /** The file itself: it goes with the page to the browser and comes back; nothing of it is kept here. */
  carried: string
  encoding: Encoding
  /** Something has changed since it was last looked at. */
  isAnew: boolean
}

/** What a file would change, what of it cannot be read, and the one button that takes it. */
export function LookPage(props: Props) {
  const { asked, look, isAnew } = props
  const { preview, problem } = look
  const query = new URLSearchParams(asked.season ? { season: asked.season } : {})
  const changes = preview !== null && (preview.lines.length > 0 || (preview.report?.accepted ?? 0) > 0)
  return (
    <div class="wrap pt-6 md:pt-10">
      {isAnew && (
        <p role="alert" class="bg-base-200 px-5 py-4">
          <Icon name="circle-alert" />
          What this file would do has changed since you looked. Nothing was taken; this is what it would do now.
        </p>
      )}
      {problem && <ErrorSummary heading="Not taken yet" errors={[{ fieldId: 'mapping', text: forThePage(problem) }]} />}
      <p class={isAnew || problem ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`/imports/${asked.sheet}${query.size > 0 ? `?${query}` : ''}`}>
          {SHEET_WORDS[asked.sheet].title}: another file
        </Link>
        {look.form.season && `, ${look.form.season.name}`}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{headingOf(asked.sheet, look)}</h1>
      {props.encoding === 'windows-1252' && (
        <p class="mt-3 max-w-measure">
          <Icon name="eye" />
          The file does not say how its letters are written; it was read as Windows-1252. Look whether names with
          accents are right. If not, save it as “CSV UTF-8”.
        </p>
      )}
      {preview && (
        <div class="mt-6">
          <Facts facts={factsOf(asked.sheet, look)} />
        </div>
      )}
      <Form action={`/imports/${asked.sheet}`} class="mt-6" upload>
        <CarriedFields {...props} />
        {changes && (
          <div class="flex flex-wrap items-center gap-x-6 gap-y-3">
            <Button rank="primary" name="step" value="take">
              {look.faults.length > 0 ? 'Take what can be read' : 'Take it'}
            </Button>
            <Link href={query.size > 0 ? `/imports?${query}` : '/imports'}>Leave it</Link>
          </div>
        )}
        <LookFaults look={look} />
        <div id="mapping" class="mt-8" tabIndex={-1}>
          <More summary={mappingInWords(look)} open={problem !== null && look.faults.length === 0}>
            <MapFields asked={asked} look={look} />
            <p class="mt-4">
              <Button rank={preview ? 'second' : 'primary'} name="step" value="look">
                Look again
              </Button>
            </p>
          </More>
        </div>
        <LookNotes asked={asked} look={look} />
        {preview && <LookChanges sheet={asked.sheet} lines={preview.lines} page={props.page} />}
      </Form>
    </div>
  )
}

function mappingInWords({ chosen }: Look): string {
  const used = Object.values(chosen).filter((it) => it !== null).length
  if (used === 0) return 'Which header holds which column'
  return `${countOf(used, 'column of the file is used', 'columns of the file are used')}: change which holds what`
}

function CarriedFields({ asked, look, carried }: Props) {
  const { season, survey, role } = asked
  return (
    <>
      <input type="hidden" name="carried" value={carried} />
      {look.preview && <input type="hidden" name="fingerprint" value={look.preview.fingerprint} />}
      {season && <input type="hidden" name="season" value={season} />}
      {survey && <input type="hidden" name="survey" value={survey} />}
      {role && <input type="hidden" name="role" value={role} />}
    </>
  )
}
