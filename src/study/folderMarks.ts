import { anchorsOf, emptyProject, isAboutFact, type Decision, type DecisionOf, type Project } from '../annotations'
import type { Steps } from '../util/steps'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { codebookOf, type Codebook } from './decided/codebook'

/** What researchers have decided in a folder, at one moment: another object after every change. */
export interface FolderDecisions {
  readonly project: Project
  /** `AnalyzedArticle.id` of the articles on which something was decided or proposed. */
  readonly articles: ReadonlySet<string>
  /** The decisions that hold; none for an article that is not among `articles`. */
  decisions(article: string): readonly Decision[]
  /** What assistants propose about it, one for each proposal. */
  proposals(article: string): readonly Decision[]
}

/** What lists say of the decisions in a folder, made without unpacking an article. */
export interface FolderMarks {
  readonly codebook: Codebook
  /** Whether something was decided on an article, by its id. */
  isDecided(article: string): boolean
  /** Those that are in the texts, in order of article and text. */
  readonly codings: readonly InArticle<DecisionOf<'code'>>[]
  /** Decisions whose words were edited, are there several times or are gone, and what assistants propose. */
  readonly review: readonly InArticle<Decision>[]
  /** Whether a decision of `review` is a proposal. */
  isProposal(decision: Decision): boolean
  /** In order of name. */
  readonly people: readonly string[]
  readonly progress: FolderProgress
}

/** How many mentions and quotes of the texts somebody has decided about, and how many of them were rejected. */
export interface FolderProgress {
  readonly decided: number
  readonly rejected: number
  /** Those of them that are attitudes, which count where these are shown. */
  readonly decidedAttitudes: number
  readonly rejectedAttitudes: number
}

export interface InArticle<D extends Decision> {
  /** Index of `folder.articles`. */
  readonly article: number
  readonly decision: D
}

export const nobodyDecided: FolderMarks = {
  codebook: codebookOf(emptyProject),
  isDecided: () => false,
  isProposal: () => false,
  codings: [],
  review: [],
  people: [],
  progress: { decided: 0, rejected: 0, decidedAttitudes: 0, rejectedAttitudes: 0 }
}

export function* folderMarks({ articles }: FolderSnapshot, decisions: FolderDecisions | undefined): Steps<FolderMarks> {
  if (!decisions) return nobodyDecided
  const codings: InArticle<DecisionOf<'code'>>[] = []
  const review: InArticle<Decision>[] = []
  const people = new Set<string>()
  const decidedArticles = new Set<string>()
  const proposed = new Set<Decision>()
  const progress = { decided: 0, rejected: 0, decidedAttitudes: 0, rejectedAttitudes: 0 }
  for (const [article, { id, waiting }] of articles.entries()) {
    if (!decisions.articles.has(id)) continue
    yield
    const waits = new Set(waiting?.all)
    const lost = new Set(waiting?.lost)
    const facts = new Set<string>()
    const attitudes = new Set<string>()
    for (const decision of decisions.decisions(id)) {
      decidedArticles.add(id)
      people.add(decision.creator)
      // What was edited in a closed file is told by `waiting`, what is edited in an editor by the decision at once.
      if (waits.has(decision.id) || anchorsOf(decision).some(({ was }) => was !== undefined))
        review.push({ article, decision })
      // Its words are gone: it stands among what is to be checked alone.
      if (lost.has(decision.id)) continue
      if (decision.kind === 'code') codings.push({ article, decision })
      if (decision.kind === 'reject') {
        progress.rejected++
        if (isAttitude(decision)) progress.rejectedAttitudes++
      }
      const fact = factOf(decision)
      if (fact === undefined) continue
      facts.add(fact)
      if (isAttitude(decision)) attitudes.add(fact)
    }
    for (const decision of decisions.proposals(id)) {
      proposed.add(decision)
      review.push({ article, decision })
    }
    progress.decided += facts.size
    progress.decidedAttitudes += attitudes.size
  }
  return {
    codebook: codebookOf(decisions.project),
    isDecided: (article) => decidedArticles.has(article),
    isProposal: (decision) => proposed.has(decision),
    codings,
    review,
    people: [...people].sort(),
    progress
  }
}

/** Names the mention or quote that a decision is about; undefined for codes, memos, and what is about the article. */
function factOf(decision: Decision): string | undefined {
  if (!isAboutFact(decision)) return undefined
  const { kind, target, from } = decision
  const about = kind === 'quote' || kind === 'speaker' ? 'quote' : (from?.about ?? 'mention')
  return `${about} ${target.map(({ start, end }) => `${start}-${end}`).join(' ')}`
}

function isAttitude(decision: Decision): boolean {
  if (decision.kind === 'quote') return decision.act === 'attitude'
  return decision.from?.about === 'quote' && decision.from.act === 'attitude'
}
