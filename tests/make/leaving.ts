/** What is still to be closed or dropped, the newest last. Files share a process, so a file's end does it, not a module's. */
const left: (() => unknown)[] = []

/** Has something undone when the test file that is running has ended. */
export function whenTheFileEnds(undo: () => unknown): void {
  left.push(undo)
}

/** Undoes everything, the newest first. */
export async function undoAll(): Promise<void> {
  for (let undo = left.pop(); undo; undo = left.pop()) await undo()
}
