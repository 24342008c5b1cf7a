import { gunzipSync, gzipSync } from 'node:zlib'
import { Invalid } from '../runtime/errors.ts'

/** The largest file of a form, in bytes: a directory of some 40,000 people. More goes by the API and the command line. */
export const LARGEST_CARRIED_BYTES = 8 * 1024 * 1024

/**
 * A file on its way through a page: it goes to the browser that sent it and comes back with the answer, so that nothing of it is
 * kept here in between. Bytes and not text, for a form changes the ends of lines.
 */
export function packFile(bytes: Uint8Array): string {
  return gzipSync(bytes).toString('base64')
}

export function unpackFile(carried: string): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(Buffer.from(carried, 'base64'), { maxOutputLength: LARGEST_CARRIED_BYTES }))
  } catch {
    throw new Invalid('The file did not come back whole.', {
      fields: [{ place: 'file', message: 'The file did not come back whole.', remedy: 'Choose it again.' }],
    })
  }
}
