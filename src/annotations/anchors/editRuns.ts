/** The replacement of a range, in UTF-16 units of the text before it, by a new text. */
export interface TextReplacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Replacements of one text, ascending and apart from each other. All offsets are those before the first of them; `shifts`
 * says by how much all before each of them, and at last all of them, move what follows.
 */
export interface EditRun {
  readonly edits: readonly TextReplacement[]
  readonly shifts: readonly number[]
}

/**
 * Edits of which each is meant in the text after the ones before it, in runs whose edits do not touch each other. VS Code
 * gives the edits of one change from the last to the first, which makes one run; several changes may come in one event.
 */
export function editRuns(edits: readonly TextReplacement[]): readonly EditRun[] {
  const runs: EditRun[] = []
  let first = 0
  for (let index = 1; index <= edits.length; index++) {
    const edit = edits[index]
    // Two edits at one place are not apart: the order in which they were made says what is where.
    if (edit && edit.end <= edits[index - 1]!.start && edit.start < edits[index - 1]!.start) continue
    runs.push(runOf(edits.slice(first, index).reverse()))
    first = index
  }
  return runs
}

function runOf(edits: readonly TextReplacement[]): EditRun {
  const shifts = [0]
  for (const { start, end, text } of edits) shifts.push(shifts.at(-1)! + text.length - (end - start))
  return { edits, shifts }
}

/** Whether a text is another one after a run. It is not made to be compared, which would take longer than all else of a keystroke. */
export function isEditedText(text: string, { edits, shifts }: EditRun, after: string): boolean {
  if (after.length !== text.length + shifts.at(-1)!) return false
  let read = 0
  for (let index = 0; index <= edits.length; index++) {
    const edit = edits[index]
    const shift = shifts[index]!
    const until = edit?.start ?? text.length
    if (after.slice(read + shift, until + shift) !== text.slice(read, until)) return false
    if (!edit) break
    if (!after.startsWith(edit.text, until + shift)) return false
    read = edit.end
  }
  return true
}

/** The text after a run. */
export function editedText(text: string, { edits }: EditRun): string {
  const parts: string[] = []
  let read = 0
  for (const { start, end, text: inserted } of edits) {
    parts.push(text.slice(read, start), inserted)
    read = end
  }
  parts.push(text.slice(read))
  return parts.join('')
}
