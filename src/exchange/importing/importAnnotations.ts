import { newId, type CodeEdit, type Decision, type DecisionEdit, type Identity, type Project } from '../../annotations'
import { translatable } from '../../util/translate'
import { draftDecisions, joinedMemos, type Drafting } from './draftDecisions'
import { importedCodes, type ImportedCodes } from './importedCodes'
import { layerEdits, type LayerEdits } from './layerEdits'
import { articleMatcher, type ImportArticle, type Match } from './matchArticle'
import { knownIdentities, withIdentity } from './knownIdentities'
import { placeDrafts, type PlacedDraft } from './placeDrafts'
import type { ReadDocument, ReadProblem, ReadResult } from './readDocument'

export interface ImportOptions {
  /** Into whose layer. */
  readonly annotator: string
  /** ISO 8601 in UTC. */
  readonly now: string
  /** The codebook that takes the files' codes, and by which name edits know its folder. */
  readonly project: Project
  readonly folder: string
  /** Called before each document of the files. */
  readonly onDocument?: () => void
  /** False as soon as nobody waits for it. */
  readonly isWanted?: () => boolean
}

export interface ImportedArticle {
  readonly article: ImportArticle
  readonly edits: readonly DecisionEdit[]
  /** How many decisions have their words in the article. */
  readonly placed: number
  /** How many have not, or at several places: they are imported, and wait among the moved ones until somebody says where they belong. */
  readonly waiting: number
  /** How many the layer has already. */
  readonly known: number
}

export interface ImportResult {
  readonly articles: readonly ImportedArticle[]
  readonly codes: readonly CodeEdit[]
  /** Everything that was not taken. */
  readonly problems: readonly ReadProblem[]
}

/**
 * What an import changes: the decisions of files as edits of an annotator's layers, found again by their words, and codes that the
 * codebook does not have. Nothing is written here.
 */
export async function importAnnotations(
  read: ReadResult,
  articles: readonly ImportArticle[],
  options: ImportOptions
): Promise<ImportResult> {
  const { annotator, now, project, folder } = options
  const codes = importedCodes(read.codes, project, folder, () => ({ id: newId(), creator: annotator, created: now }))
  const drafting = { annotator, now, newId, codeOf: codes.codeOf, identityOf: identities() }
  const match = articleMatcher(articles)
  const problems = [...read.problems]
  const found = new Map<ImportArticle, PlacedDraft[]>()
  for (const document of read.documents) {
    if (options.isWanted?.() === false) break
    options.onDocument?.()
    const problem = (message: string, count: number) => problems.push({ file: document.name, message, count })
    const drafts = joinedMemos(draftsOf(document, drafting, problem))
    if (drafts.length === 0) continue
    const matched = await match(document)
    const placed = await placedIn(matched, drafts, document)
    if (typeof placed === 'string') problem(placed, drafts.length)
    else found.set(placed.article, [...(found.get(placed.article) ?? []), ...placed.drafts])
  }
  const layered = await Promise.all(
    [...found].map(async ([article, drafts]) => ({ article, drafts, layer: await article.layer() }))
  )
  const known = knownIdentities(layered)
  const imported = layered.map((each) => {
    const { replaced, ...article } = importedArticle(each, known, now)
    const message = translatable('another decision of the import is about the same words')
    if (replaced > 0) problems.push({ file: each.article.path, message, count: replaced })
    return article
  })
  return { articles: imported, codes: codes.edits(), problems }
}

/** The same identity for the same entity of the files. */
function identities(): Drafting['identityOf'] {
  const known = new Map<string, Identity>()
  return (key, name, type) => {
    const identity = known.get(key) ?? { iri: newId(), name, type }
    known.set(key, identity)
    return identity
  }
}

function draftsOf(
  { text, flat, decisions }: ReadDocument,
  drafting: Omit<Drafting, 'text'>,
  problem: (message: string, count: number) => void
): readonly Decision[] {
  const own = (decisions ?? []).flatMap((decision) => signed(decision, drafting) ?? [])
  const unsigned = (decisions?.length ?? 0) - own.length
  if (unsigned > 0) problem('code without a name', unsigned)
  if (!flat) return own
  if (text === null) {
    problem('the text that its offsets are into is missing', flat.spans.length)
    return own
  }
  const drafts = draftDecisions(flat, { ...drafting, text })
  if (drafts.suggestions > 0) problem('suggestions of the engine, which nobody has decided', drafts.suggestions)
  for (const [what, text] of leftTexts) if (drafts.left[what] > 0) problem(text, drafts.left[what])
  return [...own, ...drafts.decisions]
}

const leftTexts = [
  ['part without a quote', translatable('part without a quote')],
  ['span without words', translatable('span without words')],
  ['memo without text', translatable('memo without text')],
  ['code without a name', translatable('code without a name')]
] as const

/** In the annotator's name: what another one decided becomes a decision of this layer, with an id of its own. */
function signed(
  decision: Decision,
  { annotator, now, codeOf }: Pick<Drafting, 'annotator' | 'now'> & Pick<ImportedCodes, 'codeOf'>
): Decision | undefined {
  const named = decision.creator === annotator ? decision : { ...decision, id: newId(), creator: annotator }
  const own = named.created === '' ? { ...named, created: now } : named
  if (own.kind !== 'code' && own.kind !== 'noCode') return own
  const code = codeOf({ id: '', layer: 'code', label: own.code, pieces: [], features: { code: own.code } })
  return code === undefined ? undefined : { ...own, code }
}

async function placedIn(
  match: Match,
  drafts: readonly Decision[],
  { text }: ReadDocument
): Promise<{ readonly article: ImportArticle; readonly drafts: readonly PlacedDraft[] } | string> {
  if (match === 'none') return translatable('no article has this text or name')
  if (match === 'several') return translatable('several articles have this text or name')
  const placed = placeDrafts(drafts, text, await match.article.text())
  const count = placed.filter(({ isFound }) => isFound).length
  if (!match.sure && 2 * count < placed.length) return translatable('the article of this name has other words')
  return { article: match.article, drafts: placed }
}

interface LayeredDrafts {
  readonly article: ImportArticle
  readonly drafts: readonly PlacedDraft[]
  readonly layer: readonly Decision[]
}

function importedArticle(
  { article, drafts, layer }: LayeredDrafts,
  identities: ReadonlyMap<string, Identity>,
  now: string
): ImportedArticle & Pick<LayerEdits, 'replaced'> {
  const decisions = drafts.map(({ decision }) => withIdentity(decision, identities))
  const { edits, known, replaced } = layerEdits(layer, decisions, now)
  const placed = drafts.filter(({ isFound }) => isFound).length
  return { article, edits, placed, waiting: drafts.length - placed, known, replaced }
}
