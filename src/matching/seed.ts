/** A rank of 30 bits for a pair, the same for a seed and two ids on every machine; smaller is preferred. Source: FNV-1a and the finisher of MurmurHash3. */
export function seedRank(seed: number, mentorId: string, menteeId: string): number {
  return mixRanks(hashText(seed, mentorId), hashText(~seed, menteeId))
}

/** A 32-bit hash of a text under a seed. Source: FNV-1a. */
export function hashText(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Two hashes as one rank, 0 to 2^30 - 1. Source: MurmurHash3's 32-bit finisher. */
export function mixRanks(mentor: number, mentee: number): number {
  let mixed = mentor ^ Math.imul(mentee, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 2
}
