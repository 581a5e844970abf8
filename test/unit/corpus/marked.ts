import type { CorpusArticle } from '../../../src/corpus'
import { identifyMarked } from '../identity/marked'

/** An article of a marked text; see `readMarked`. */
export function article(name: string, marked: string): CorpusArticle {
  return { article: name, ...identifyMarked(marked) }
}
