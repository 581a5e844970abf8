import type { Prose } from '../prose'
import type { Finding, Rule } from '../rule'
import { isCapital } from '../sources'

const longestName = 6

/** A quotation signed at the end of its paragraph or line, or before the next one: `"I shall vote." — Ana Roe`. The dash is the cue. */
export const signature: Rule = {
  name: 'signature',
  needsVerb: false,
  decides: true,
  find(prose, unit) {
    const { quotations, quotationOf, words, article } = prose
    const { sentences, paragraphs } = article
    const paragraphEnd = sentences[(paragraphs[unit.paragraph]?.endSentence ?? 0) - 1]?.endToken ?? unit.to
    const findings: Finding[] = []
    let begin = unit.from
    for (let at = unit.from; at < unit.to; at++) {
      const quotation = quotations[quotationOf[at] ?? -1]
      if (!quotation || quotation.endToken !== at + 1 || !/^(?:[\u2015\u2014\u2013-]|--)$/.test(words[at + 1] ?? ''))
        continue
      // A title may stand before a dash and a name too, but it does not end like a sentence.
      if (at + 2 >= paragraphEnd || !isCapital(prose, at + 2) || !/^(?:[.!?\u2026]|\.\.\.)$/.test(words[at - 1] ?? ''))
        continue
      let to = at + 3
      while (
        to < paragraphEnd &&
        to - at - 2 < longestName &&
        !endsBefore(prose, to) &&
        (isCapital(prose, to) || /^(?:de|van|von|bin|al|of|the|\.)$/.test(words[to] ?? ''))
      )
        to++
      if (to !== paragraphEnd && !endsBefore(prose, to)) continue
      if (words[to - 1] === '.') to--
      if (quotation.firstToken > begin) continue
      begin = words[to] === '.' ? to + 1 : to
      findings.push({
        content: [{ from: quotation.firstToken, to: at + 1 }],
        cue: { from: at + 1, to: at + 2 },
        source: { from: at + 2, to },
        verb: at + 1
      })
    }
    return findings
  }
}

/** True where a line ends before the token, or a quotation begins with it. */
function endsBefore({ article: { text, tokens }, quotations, quotationOf }: Prose, at: number): boolean {
  const gap = text.slice(tokens[at - 1]?.end, tokens[at]?.start)
  return gap.includes('\n') || quotations[quotationOf[at] ?? -1]?.firstToken === at
}
