/** Longer than any page of ours, shorter than what servers and browsers cut off. */
const LONGEST = 500
/**
 * One slash and no second, then visible ASCII without the backslash: browsers read `//host`, `/\host` and `/<tab>/host` as the
 * address of another site.
 */
const LOCAL = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/

/** The page of this site somebody wanted, or null for everything that could lead elsewhere. */
export function localPath(wanted: unknown): string | null {
  return typeof wanted === 'string' && wanted.length <= LONGEST && LOCAL.test(wanted) ? wanted : null
}
