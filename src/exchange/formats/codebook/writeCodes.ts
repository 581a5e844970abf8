import { codeTree, type Code, type CodeNode } from '../../../annotations'
import { guidOfId } from '../../guid'
import type { XmlWriter } from '../../xml'

/** Codes with those below them as elements of REFI-QDA; `notes` gives the GUIDs of the notes about one. */
export function* writeCodes(
  xml: XmlWriter,
  codes: readonly Code[],
  notes: (code: Code) => readonly string[] = () => []
): Generator<string> {
  const open: (CodeNode | 'end')[] = [...codeTree(codes).roots].reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    if (next === 'end') {
      yield xml.close()
      continue
    }
    const { code, children } = next
    const { id, name, color, description } = code
    yield xml.open('Code', { guid: guidOfId(id), name, isCodable: true, color: schemaColor(color) })
    if (description !== undefined) yield xml.leaf('Description', {}, description)
    for (const note of notes(code)) yield xml.leaf('NoteRef', { targetGUID: note })
    open.push('end', ...[...children].reverse())
  }
}

function schemaColor(color: string): string | undefined {
  return /^#(?:[0-9a-f]{6}|[0-9a-f]{3})$/i.test(color) ? color : undefined
}
