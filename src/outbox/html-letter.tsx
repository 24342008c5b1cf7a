import { renderToString } from 'preact-render-to-string'

/** Colours as on the pages, in both themes; a mail program that reads no rules shows black on white. */
const STYLE = `:root{color-scheme:light dark}body{margin:0;padding:24px 16px;background:#fcfbf8;color:#1b2422;
font:17px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}main{max-width:36em;margin:0 auto}h1{font-size:22px;line-height:1.25;margin:0 0 1em}p{margin:0 0 1.2em;overflow-wrap:anywhere;
white-space:pre-line}h1{overflow-wrap:anywhere}a{color:#0f5a50}@media(prefers-color-scheme:dark){body{background:#131917;color:#e8ece9}a{color:#86d3c4}}`

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/

/**
 * The same letter for mail programs that show HTML, made from its text, so that the two never say different things: a blank
 * line parts paragraphs, and an address can be followed. Nothing is loaded from anywhere, so opening it tells nobody.
 */
export function htmlLetter({ subject, body }: { readonly subject: string; readonly body: string }): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((it) => it.trim())
    .filter(Boolean)
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
          {paragraphs.map((text, at) => (
            <p key={at}>{withLinks(text)}</p>
          ))}
        </main>
      </body>
    </html>,
  )}`
}

function withLinks(text: string) {
  return text.split(ADDRESS).map((part) => (ADDRESS.test(part) ? <a href={part}>{part}</a> : part))
}
