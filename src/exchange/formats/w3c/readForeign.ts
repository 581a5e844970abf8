import type { Anchor, Decision, DecisionContent, Json } from '../../../annotations'
import { asList, field } from '../../../annotations/disk/json'
import { layerOfLabel } from '../../flat/labels'
import { guidOf } from '../../guid'

export type ForeignProblem =
  | 'annotations without the words that they are about'
  | 'annotations without a tag or a comment'
  | 'replies to other annotations'

export interface Foreign {
  readonly decisions: readonly Decision[]
  /** Tags, which are codes by their name. */
  readonly labels: readonly string[]
}

const nothing: Foreign = { decisions: [], labels: [] }

/**
 * Another program's annotation as decisions: tags are mentions and quotes where they are called so, else codes; comments are memos, of the
 * coding where there is one tag. `created` is "" where it does not say when.
 */
export function readForeign(item: Json, tell: (problem: ForeignProblem) => void): Foreign {
  if (asList(field(item, 'references')).length > 0) {
    tell('replies to other annotations')
    return nothing
  }
  const target = anchorsOf(item)
  if (!target) {
    tell('annotations without the words that they are about')
    return nothing
  }
  const { tags, comments } = wordsOf(item)
  const labels: string[] = []
  const contents: DecisionContent[] = tags.map((tag) => {
    const known = target.length > 0 ? layerOfLabel(tag) : undefined
    if (known?.type) return { kind: 'mention', type: known.type, acting: false }
    if (known?.layer === 'quote') return { kind: 'quote', cue: null, source: null, act: 'speech' }
    labels.push(tag)
    return { kind: 'code', code: tag }
  })
  const comment = comments.join('\n\n')
  const [only, another] = contents
  if (comment !== '') {
    if (only?.kind === 'code' && !another) contents[0] = { ...only, memo: comment }
    else contents.push({ kind: 'memo', text: comment })
  }
  if (contents.length === 0) tell('annotations without a tag or a comment')
  const facts = { creator: creatorOf(item), created: timeOf(item), target }
  return { decisions: contents.map((content, index) => ({ id: idOf(item, index), ...facts, ...content })), labels }
}

/** Empty of an annotation about a whole page; undefined where it is about a part that is not quoted. */
function anchorsOf(item: Json): readonly Anchor[] | undefined {
  const anchors: Anchor[] = []
  let isPart = false
  for (const target of asList(field(item, 'target'))) {
    const selectors = asList(field(target, 'selector')).flatMap(withRefinements)
    if (selectors.length === 0) continue
    isPart = true
    const typed = (type: string) => selectors.find((selector) => field(selector, 'type') === type)
    const quote = typed('TextQuoteSelector')
    const exact = field(quote, 'exact')
    if (typeof exact !== 'string' || exact === '') continue
    const start = field(typed('TextPositionSelector'), 'start')
    const first = typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 ? start : 0
    const side = (name: string) => {
      const words = field(quote, name)
      return typeof words === 'string' ? words : ''
    }
    anchors.push({ exact, prefix: side('prefix'), suffix: side('suffix'), start: first, end: first + exact.length })
  }
  if (isPart && anchors.length === 0) return undefined
  return anchors.sort((a, b) => a.start - b.start)
}

function withRefinements(selector: Json): readonly Json[] {
  const refined = field(selector, 'refinedBy')
  return refined === undefined ? [selector] : [selector, ...asList(refined).flatMap(withRefinements)]
}

/** W3C's bodies, or Hypothesis' own `tags` and `text`. */
function wordsOf(item: Json): { readonly tags: readonly string[]; readonly comments: readonly string[] } {
  const tags: string[] = asList(field(item, 'tags')).filter(isText)
  const comments: string[] = [field(item, 'text')].filter(isText)
  const bodies = [...asList(field(item, 'body')), ...asList(field(item, 'bodyValue'))]
  for (const body of bodies) {
    const purpose = field(body, 'purpose') ?? field(item, 'motivation')
    const value = [
      body,
      field(body, 'value'),
      field(body, 'label'),
      field(field(body, 'source'), 'label'),
      field(body, 'source'),
      field(body, 'id')
    ].find(isText)
    if (value === undefined) continue
    if (asList(purpose).some((each) => typeof each === 'string' && tagging.has(each))) tags.push(value.trim())
    else comments.push(value)
  }
  return { tags: [...new Set(tags)], comments }
}

const tagging: ReadonlySet<string> = new Set(['tagging', 'classifying', 'identifying', 'oa:tagging', 'oa:classifying'])

function isText(json: Json | undefined): json is string {
  return typeof json === 'string' && json.trim() !== ''
}

function creatorOf(item: Json): string {
  const creator = asList(field(item, 'creator'))[0]
  const name = [
    creator,
    field(creator, 'name'),
    field(creator, 'nickname'),
    field(creator, 'id'),
    field(item, 'user')
  ].find(isText)
  return name?.replace(/^acct:([^@]+)@.*$/s, '$1') ?? ''
}

function timeOf(item: Json): string {
  const time = [field(item, 'created'), field(item, 'modified')].find(isText)
  const date = new Date(time ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

/** The same for the same annotation, so that importing it again finds it known. */
function idOf(item: Json, index: number): string {
  const id = field(item, 'id')
  if (index === 0 && isText(id) && /^urn:uuid:[0-9a-f-]{36}$/i.test(id)) return id
  return `urn:uuid:${guidOf('foreign annotation', isText(id) ? id : JSON.stringify(item), index)}`
}

export function sourceOf(item: Json): string {
  const target = asList(field(item, 'target'))[0]
  const source = field(target, 'source')
  return [target, source, field(source, 'id'), field(target, 'id'), field(item, 'uri')].find(isText) ?? ''
}
