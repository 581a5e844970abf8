import { workSlices } from '../../../util/slices'
import type { FlatSpan } from '../../flat/flatDocument'
import type { GivenFile, ReadDocument, ReadResult } from '../../importing/readDocument'
import { decodeUtf8 } from '../../reading/decodeUtf8'
import { codesOfSpans, labelled } from '../../reading/foreign'
import { problemCounter } from '../../reading/problems'
import { unpack } from '../../reading/zip'

/**
 * Reads columns with a word first and its tag last, in any of the schemes (IOB1, BIO, BIOES, BILOU, or bare labels). The text is made of
 * the words: with a blank between them, a line for each sentence.
 */
export async function readConll(given: readonly GivenFile[]): Promise<ReadResult> {
  const documents: ReadDocument[] = []
  const problems = problemCounter()
  const { files, problems: damaged } = await unpack(given, (path) => /\.(conll\w*|iob\w*|bio\w*|txt|tsv)$/i.test(path))
  for (const { file, message } of damaged) problems.tell(file, message)
  const slices = workSlices()
  for (const { path, bytes } of files) {
    const text = decodeUtf8(bytes)
    if (text === undefined) {
      problems.tell(path, 'It is not in UTF-8')
      continue
    }
    const lines = text.replace(/^\uFEFF/, '').split('\n')
    if (!areColumns(lines)) {
      problems.tell(path, 'It has no columns with a tag for each word')
      continue
    }
    let count = 0
    let growing = growingDocument()
    const finish = () => {
      if (!growing.isEmpty() || growing.name !== undefined)
        documents.push(growing.document(growing.name ?? `${path}#${count}`))
    }
    for (const line of lines) {
      await slices.rest()
      const fields = fieldsOf(line)
      if (fields[0] === '-DOCSTART-') {
        finish()
        count++
        growing = growingDocument(nameIn(fields[1]))
      } else if (fields.length === 0) growing.endSentence()
      else if (fields.length > 1) growing.add(fields[0]!, fields.at(-1)!)
      else problems.tell(path, 'Lines could not be read')
    }
    finish()
  }
  return { documents, codes: codesOfSpans(documents), problems: problems.list() }
}

function fieldsOf(line: string): readonly string[] {
  return line.split(/[ \t\r]+/).filter((field) => field !== '')
}

/** Lines that are looked at before a file is taken for one of columns. */
const linesForShape = 1000

/** Prose and other formats have blanks, too: most lines have equally many fields, and some tag says that a word is outside or where a mention begins. */
function areColumns(lines: readonly string[]): boolean {
  const rows = lines
    .slice(0, linesForShape)
    .map(fieldsOf)
    .filter((fields) => fields.length > 0 && fields[0] !== '-DOCSTART-')
  if (rows.length === 0) return true
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const isTag = (field: string) => /^(?:O|_|-|\*|[BIESLU][-_].+)$/s.test(field)
  return 2 * most > rows.length && rows.some((fields) => fields.length > 1 && isTag(fields.at(-1)!))
}

/** Ours is there; others have a tag for a word that is none. */
function nameIn(field: string | undefined): string | undefined {
  if (field === undefined || /^(-X-|_|O|-)$/.test(field)) return undefined
  try {
    return decodeURIComponent(field)
  } catch {
    return field
  }
}

interface GrowingDocument {
  readonly name: string | undefined
  readonly isEmpty: () => boolean
  readonly add: (word: string, tag: string) => void
  readonly endSentence: () => void
  readonly document: (name: string) => ReadDocument
}

function growingDocument(name?: string): GrowingDocument {
  const words: string[] = []
  const spans: FlatSpan[] = []
  let length = 0
  let open: { readonly label: string; readonly start: number; end: number } | undefined
  const append = (piece: string) => {
    words.push(piece)
    length += piece.length
  }
  const isAtLineStart = () => length === 0 || words.at(-1) === '\n'
  const close = () => {
    if (!open) return
    const { label, start, end } = open
    spans.push({ id: `s${spans.length + 1}`, ...labelled(label), pieces: [{ start, end }], features: {} })
    open = undefined
  }
  return {
    name,
    isEmpty: () => length === 0,
    add(word, tag) {
      if (!isAtLineStart()) append(' ')
      const place = { start: length, end: length + word.length }
      append(word)
      const [, mark, label] = /^(?:([BIESLU])[-_])?(.+)$/s.exec(tag)!
      const isOutside = mark === undefined && /^(O|_|-|-X-|\*)$/.test(tag)
      const isFurther = mark === undefined || mark === 'I' || mark === 'E' || mark === 'L'
      if (!isOutside && isFurther && open?.label === label) open!.end = place.end
      else {
        close()
        if (!isOutside) open = { label: label!, ...place }
      }
      if (mark === 'E' || mark === 'L' || mark === 'S' || mark === 'U') close()
    },
    endSentence() {
      close()
      if (!isAtLineStart()) append('\n')
    },
    document(called) {
      close()
      return { name: called, text: words.join(''), flat: { spans, relations: [] } }
    }
  }
}
