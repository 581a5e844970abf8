import type { Uri } from 'vscode'
import { waitingDecisions } from '../annotations'
import { packRecord, recordFacts, recordHead, type ArticleRecord } from '../corpus'
import { throughSlices, workSlices } from '../util/slices'
import { contentKey } from './cacheFiles'
import type { DecidedState } from './decidedState'
import {
  decidedFactsInSteps,
  entitiesKey,
  entitiesOf,
  identitiesOf,
  type AppliedDecisions,
  type FolderDecisions
} from './folderDecisions'
import { withoutDecisions, type CachedRecord, type FolderStore } from './folderStore'
import type { Log } from './log'

/** Keeps the records of a folder's articles up to date with what is decided about them; nothing is analyzed for it. */
export interface FolderDecider {
  /**
   * Decides anew those of the articles whose records have other decisions than those that hold now, in slices of time, until
   * `isWanted` returns false. Whether any was. Never rejects.
   */
  decide(articles: Iterable<Uri>, isWanted: () => boolean): Promise<boolean>
  /** Ids of the articles whose records have decisions. */
  decided(): readonly string[]
}

export interface FolderDeciderOptions {
  readonly decisions: FolderDecisions
  readonly store: FolderStore
  /** Whether an article is taken from its editor, where it is not as in its file. */
  readonly isUnsaved: (article: Uri) => boolean
  /** Called with each record that is another one now. */
  readonly took: (article: Uri, cached: CachedRecord) => void
  readonly log: Log
}

export function folderDecider({ decisions, store, isUnsaved, took, log }: FolderDeciderOptions): FolderDecider {
  function isOutdated(article: Uri): boolean {
    const file = store.file(article.toString())
    const stamp = decisions.stamp(article)
    if (!file) return false
    if (!file.decided) return stamp !== ''
    const { identities, entities, waiting } = file.decided
    return (
      !waiting ||
      stamp !== file.decided.stamp ||
      entitiesKey(entitiesOf(identities, decisions.project(article).entities)) !== entities
    )
  }

  async function decideOne(article: Uri): Promise<void> {
    const name = article.toString()
    await decisions.load(article)
    const file = store.file(name)
    if (!file || isUnsaved(article)) return
    const held = decisions.decisions(article)
    const stamp = decisions.stamp(article)
    // Where there are decisions of which none holds, that is remembered: they would be read each time.
    if (held.length === 0 && !stamp) {
      const undecided = file.decided && store.decide(name, file.key, withoutDecisions(file.cached.record))
      if (undecided) took(article, undecided)
      return
    }
    const identities = identitiesOf(held)
    const entities = entitiesOf(identities, decisions.project(article).entities)
    const applied: AppliedDecisions = { decisions: held, entities }
    const state = {
      stamp: stamp ?? notOnDisk,
      identities,
      entities: entitiesKey(entities),
      hash: await hashOf(applied)
    }
    if (file.decided?.hash === state.hash && file.decided.waiting)
      return store.confirm(name, { ...file.decided, ...state })
    const { record, isArticle, waiting } = await decidedRecord(name, file.cached.record, applied)
    const decided = store.decide(name, file.key, record, { ...state, isArticle, waiting })
    if (decided) took(article, decided)
  }

  return {
    async decide(articles, isWanted) {
      const slices = workSlices()
      let isDifferent = false
      for (const article of articles) {
        if (!isWanted()) break
        try {
          if (isOutdated(article) && !isUnsaved(article)) {
            await decideOne(article)
            isDifferent = true
          }
        } catch (error) {
          log.error(`What is decided about ${article.toString(true)} could not be applied`, error)
        }
        await slices.rest()
      }
      return isDifferent
    },
    decided: () => store.decided()
  }
}

const notOnDisk = '?'

/** In slices of time: an article may have thousands of decisions. */
async function decidedRecord(
  id: string,
  known: ArticleRecord,
  beside: AppliedDecisions
): Promise<{ readonly record: ArticleRecord } & Pick<DecidedState, 'isArticle' | 'waiting'>> {
  const { text, markup, analysis } = recordFacts(known)
  const decided = await throughSlices(decidedFactsInSteps({ id, text, markup, analysis }, beside))
  return {
    record: packRecord({ text, markup, analysis, beside, head: recordHead(known) }, decided?.analysis),
    isArticle: decided?.isArticle ?? null,
    waiting: waitingDecisions(decided ?? { decisions: [] })
  }
}

/** Of these decisions about one content. */
async function hashOf(applied: AppliedDecisions): Promise<string> {
  return (await contentKey(new TextEncoder().encode(JSON.stringify(applied)))).slice(0, 32)
}
