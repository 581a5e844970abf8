import { codeForm, readDecision, type Decision, type Json } from '../../../annotations'
import { asList, field, isObject, parseJson } from '../../../annotations/disk/json'
import { translatable } from '../../../util/translate'
import type { GivenFile, ReadCode, ReadDocument, ReadProblem, ReadResult } from '../../importing/readDocument'
import { decodeUtf8 } from '../../reading/decodeUtf8'
import { readForeign, sourceOf } from './readForeign'

const mostBytes = 200_000_000

/** Reads our own layers and exports, and what other programs write: Recogito, Hypothesis, any W3C annotations. */
export async function readAnnotations(files: readonly GivenFile[]): Promise<ReadResult> {
  const bySource = new Map<string, Decision[]>()
  const codes = new Map<string, ReadCode>()
  const problems: ReadProblem[] = []
  let left = mostBytes
  for (const { path, bytes } of files) {
    left -= bytes.length
    const json = left < 0 ? translatable('It is larger than 200 MB') : parsed(bytes)
    if (typeof json === 'string') {
      problems.push({ file: path, message: json })
      continue
    }
    const items = itemsOf(json.value)
    if (!items) {
      problems.push({ file: path, message: 'It has no annotations' })
      continue
    }
    const counts = new Map<string, number>()
    const tell = (problem: string) => counts.set(problem, (counts.get(problem) ?? 0) + 1)
    for (const code of codesOf(json.value)) codes.set(code.id, code)
    const annotator = field(json.value, 'annotator')
    for (const item of items) {
      if (isSuggestion(item)) tell(suggested)
      else {
        const own = readDecision(item, typeof annotator === 'string' ? annotator : '')
        const { decisions, labels } =
          typeof own === 'string' ? readForeign(item, tell) : { decisions: [own], labels: [] }
        for (const label of labels) if (!codes.has(label)) codes.set(label, { id: label, name: label })
        const source = sourceOf(item)
        const others = bySource.get(source)
        if (others) others.push(...decisions)
        else bySource.set(source, [...decisions])
      }
    }
    for (const [message, count] of counts) problems.push({ file: path, message, count })
  }
  const documents = [...bySource].flatMap(([source, decisions]): readonly ReadDocument[] =>
    decisions.length === 0 ? [] : [{ name: nameOf(source), text: null, decisions }]
  )
  return Promise.resolve({ documents, codes: [...codes.values()], problems })
}

const suggested = translatable('suggestions of the engine, which nobody has decided')

function parsed(bytes: Uint8Array): { readonly value: Json } | string {
  const text = decodeUtf8(bytes)
  if (text === undefined) return translatable('It is not in UTF-8')
  try {
    return { value: parseJson(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A page, a collection with its first page, a list, what Hypothesis' API answers, one annotation. */
function itemsOf(json: Json): readonly Json[] | undefined {
  if (Array.isArray(json)) return json as readonly Json[]
  if (!isObject(json)) return undefined
  for (const list of [field(json, 'items'), field(field(json, 'first'), 'items'), field(json, 'rows')])
    if (Array.isArray(list)) return list as readonly Json[]
  return field(json, 'target') === undefined ? undefined : [json]
}

function codesOf(json: Json): readonly ReadCode[] {
  return asList(field(json, 'codes')).flatMap((each) => {
    const code = codeForm.read(each)
    if (typeof code === 'string') return []
    const { id, name, color, description, parent } = code
    return [
      { id, name, color, ...(description !== undefined && { description }), ...(parent !== undefined && { parent }) }
    ]
  })
}

function isSuggestion(item: Json): boolean {
  const creator = field(item, 'creator')
  return field(creator, 'type') === 'Software' && field(creator, 'name') === 'Article Annotator'
}

/** The path of an address, below the one that stands for our folder, as people write it. */
function nameOf(source: string): string {
  const path = source
    .replace(/^arcp:\/\/[^/]*\//, '')
    .replace(/^[a-z][a-z0-9+.-]*:\/*/i, '')
    .replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
