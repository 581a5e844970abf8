import { readArticle } from '../../../src/article'
import { untilNames } from '../untilNames'
import { loadTestEngine } from '../../engine'
import { hostileParts as articleParts } from '../../unit/article/hostileParts'
import { hostileParts as quotationParts } from '../../unit/quotations/hostileParts'
import type { GrowthCase, GrowthGroup } from './growth'

const nameParts = [
  'Ann ',
  'a-',
  'In Of ',
  'Ann, the mayor of Oslo ',
  '(A. ',
  'Ann Lee. ',
  'Bank of Bank of ',
  'Lind Lind ',
  'Lind-',
  'LIND ',
  'Gaza The ',
  'Supreme Court '
]

/** One text that repeats a part: reading it, finding its names, the whole analysis. */
export async function textGroups(): Promise<readonly GrowthGroup[]> {
  const engine = await loadTestEngine()
  return [
    { what: 'reading an article', cases: repeating(articleParts, (text) => void readArticle(text, 'plain')) },
    {
      what: 'names',
      cases: repeating(nameParts, (text) => void untilNames(engine, readArticle(text, 'plain')))
    },
    {
      what: 'the whole analysis',
      cases: repeating([...quotationParts, ...nameParts], (text) => void engine.analyze(readArticle(text, 'plain')))
    }
  ]
}

/** A case for each part, whose text is the part again and again. */
function repeating(parts: readonly string[], work: (text: string) => void): readonly GrowthCase[] {
  return parts.map((part) => ({
    name: JSON.stringify(part),
    prepare: (length) => {
      const text = part.repeat(Math.ceil(length / part.length))
      return () => work(text)
    }
  }))
}
