/** Words that YAML would read as something other than a text. */
const NOT_A_TEXT = /^(true|false|null|yes|no|on|off|~|\.?(nan|inf).*)$/i
/** Begins with a letter and holds nothing that YAML gives a meaning to, inside braces or outside. */
const PLAIN = /^\p{L}[\p{L}\p{N} _\-./()’“”–…+;?!=]*$/u
const PLAIN_DAY = /^\d{4}-\d\d(-\d\d|-Q[1-4])?$/
const QUARTER = /^\d{4}-Q[1-4]$/
/** From here on a text gets lines of its own. */
export const LONG_TEXT = 110
const FILE_WIDTH = 128

export type Scalar = string | number | boolean | null

/** A value as YAML writes it on one line, good inside braces too. A month would be read as a number in no file of ours. */
export function scalarText(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  if (PLAIN_DAY.test(value) || QUARTER.test(value)) return value
  const isPlain = PLAIN.test(value) && !NOT_A_TEXT.test(value) && value.trim() === value && !value.includes(' #')
  return isPlain ? value : JSON.stringify(value)
}

/** A text in lines of its own, `indent` spaces in: folded where it is one paragraph, line by line where it is several; `beside` is the comment on its line. */
export function blockText(value: string, indent: number, beside = ''): string {
  const margin = ' '.repeat(indent)
  const lines = value.includes('\n') ? value.split('\n') : fold(value, FILE_WIDTH - indent)
  const head = value.includes('\n') ? '|-' : '>-'
  return `${head}${beside}\n${lines.map((line) => (line === '' ? '' : margin + line)).join('\n')}\n`
}

function fold(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    // A line that began with a space would be kept as it is: such a word stays on the line before.
    if (last === undefined || (last.length + word.length >= width && word !== '' && !last.endsWith(' ')))
      lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
