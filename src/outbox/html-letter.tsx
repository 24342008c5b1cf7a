import { renderToString } from 'preact-render-to-string'

/** Colours as on the pages, in both themes; a mail program that reads no rules shows black on white. */
const STYLE = `:root{color-scheme:light dark}body{margin:0;padding:24px 16px;background:#fcfbf8;color:#1b2422;
font:17px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}main{max-width:36em;margin:0 auto}h1{font-size:22px;line-height:1.25;margin:0 0 1em}p{margin:0 0 1.2em;overflow-wrap:anywhere;
white-space:pre-line}h1{overflow-wrap:anywhere}a{color:#0f5a50}.foot{font-size:14px;color:#4d5754;margin-bottom:.6em}hr{border:0;border-top:1px solid #d8d5cc;margin:2em 0 1.2em}@media(prefers-color-scheme:dark){body{background:#131917;color:#e8ece9}a{color:#86d3c4}.foot{color:#a9b3af}hr{border-color:#3a4441}}`

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/
/** A line of a letter that is a sentence without a full stop and the address it leads to. */
const LABELLED = /^([^.:]{3,100}): (https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])$/

/**
 * The same letter for mail programs that show HTML, made from its text, so that the two never say different things: a blank
 * line parts paragraphs, and an address can be followed. Nothing is loaded from anywhere, so opening it tells nobody.
 */
export function htmlLetter({ subject, body }: { readonly subject: string; readonly body: string }): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((it) => it.trim())
    .filter(Boolean)
  const foot = footOf(paragraphs)
  return `<!doctype html>${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{subject}</h1>
          {paragraphs.slice(0, foot).map((text, at) => (
            <p key={at}>{withLinks(text)}</p>
          ))}
          {foot < paragraphs.length && <hr />}
          {paragraphs.slice(foot).map((text, at) => (
            <p key={at} class="foot">
              {withLinks(text)}
            </p>
          ))}
        </main>
      </body>
    </html>,
  )}`
}

/** Where the paragraphs begin that say why a letter comes and how to turn it off; they stand apart, smaller. */
function footOf(paragraphs: readonly string[]): number {
  const at = paragraphs.findIndex((it) => it.startsWith('You get this '))
  return at < 0 ? paragraphs.length : at
}

/** A line that says what its address opens is the link itself; elsewhere an address is read without its secret. */
function withLinks(text: string) {
  return text.split('\n').flatMap((line, at) => {
    const [, label, address] = LABELLED.exec(line) ?? []
    const made = label ? [<a href={address}>{label}</a>] : addressesIn(line)
    return at === 0 ? made : ['\n', ...made]
  })
}

function addressesIn(line: string) {
  return line.split(ADDRESS).map((part) => (ADDRESS.test(part) ? <a href={part}>{part.split('?')[0]}</a> : part))
}
