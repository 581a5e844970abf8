import type { AnalyzedText } from '../../../src/analysis'
import { identifyMarked } from '../identity/marked'

/** An article of a marked text; see `readMarked`. */
export function article(name: string, marked: string): AnalyzedText {
  return { id: name, markup: [], ...identifyMarked(marked) }
}
