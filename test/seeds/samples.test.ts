import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Span } from '../../src/article'
import type { AnalyzedArticle } from '../../src/analysis'
import { analyzeFolder, root, whichEngines } from '../engine'

/** Quotes of our own samples that no reader would miss: a part of the content, and the source as the text names it. */
const expected: readonly (readonly [file: string, content: string, source: string])[] = [
  ['geneva-talks-meridian.txt', 'Nobody in our government will give the order', 'the official'],
  ['geneva-talks-meridian.txt', 'First they sent us too much water', 'Karimjonov'],
  ['geneva-talks-meridian.txt', 'We are one signature away', 'she'],
  ['geneva-talks-meridian.txt', 'A dam has one operator', 'Ashimova'],
  ['geneva-talks-meridian.txt', 'the reservoir now holds enough water', 'the Uzbek agriculture ministry'],
  ['geneva-talks-northwire.txt', 'We came here to talk about water', 'the delegate'],
  ['geneva-talks-northwire.txt', 'the day an engineer signs for it', 'she'],
  ['geneva-talks-northwire.txt', 'We have the people', 'he'],
  ['river-commission-statement.txt', 'Ten articles in six weeks', 'Paul Lindqvist'],
  ['river-commission-statement.txt', 'I know this dam', 'Adeyemi-Falk'],
  ['river-commission-statement.txt', 'Rumors grow where numbers are missing', 'the letter'],
  ['yangibulak-feature.txt', 'The children draw it', 'Saodat Rahimova'],
  ['yangibulak-feature.txt', 'My wife is from Kazakhstan', 'the farmer'],
  ['yangibulak-feature.txt', 'They were cheap', 'the old man'],
  ['what-the-satellites-saw.md', 'Dams are allowed to move', 'Miriam Adeyemi-Falk'],
  ['what-the-satellites-saw.md', 'If Dr. Adeyemi-Falk wishes to come as a scientist', 'Ashimova'],
  ['what-the-satellites-saw.md', 'It costs about as much as a telephone', 'the researcher'],
  ['leeds-court-report.txt', 'There was a meeting', 'Ms Marchbanks'],
  ['leeds-court-report.txt', 'I have a pension and a greenhouse', 'the witness'],
  ['leeds-court-report.txt', 'the best gates in the world', 'She'],
  ['oslo-benefit-match.txt', 'We were lucky', 'Bente Sørli-Dahl'],
  ['oslo-benefit-match.txt', 'I cannot build a wall', 'he'],
  ['oslo-benefit-match.txt', 'Tonight I am a supporter', 'she'],
  ['radio-dam-transcript.txt', 'Nobody, and I find that extraordinary', 'ROWAN ASHDOWN'],
  ['radio-dam-transcript.txt', 'Somebody had to look away', 'ADEYEMI-FALK'],
  ['five-questions-about-gates.md', 'It is mostly habit', 'Tomasz Wierzbicki'],
  ['five-questions-about-gates.md', 'A wall that moves', 'he'],
  ['geneva-talks-live.txt', 'Lessons are cancelled today', 'Saodat Rahimova'],
  ['geneva-talks-live.txt', 'Ask me when I come back with a pen', 'Ashimova'],
  ['reservoir-gates-check.txt', "I can't go home to my constituents", 'she'],
  ['reservoir-gates-check.txt', 'They told folk in Yangibulak', 'he'],
  ['tashkent-match-report.txt', 'I listened on the radio', 'Tojimatov'],
  ['tashkent-match-report.txt', 'found ourselves playing against a valley', 'Keiko\nMorinaga']
]

for (const which of whichEngines)
  describe(`the samples, ${which}`, () => {
    let files: ReadonlyMap<string, AnalyzedArticle>
    before(async () => {
      files = new Map((await analyzeFolder(join(root, 'samples'), which)).map((file) => [file.name, file]))
    })

    it('quote whom a reader would say', () => {
      const wrong = expected.filter((line) => !isFound(files, line))
      console.log(
        `    plain quotes of the samples with the right source: ${expected.length - wrong.length} of ${expected.length}`
      )
      // Nine in ten: what a reader cannot miss, the engine may miss now and then.
      assert.ok(wrong.length <= expected.length / 10, wrong.map((line) => line.join(' | ')).join('\n'))
    })

    it('have a speaker in the entities for every link, and every linked quote names it', () => {
      for (const { name, analysis } of files.values()) {
        const ids = new Set(analysis.entities.map((entity) => entity.id))
        for (const link of analysis.links) {
          assert.ok(ids.has(link.speaker), `${name}: ${link.speaker}`)
          assert.deepEqual(
            link.quotes.map((index) => analysis.quotes[index]?.speaker),
            link.quotes.map(() => link.speaker),
            name
          )
        }
      }
    })
  })

function isFound(
  files: ReadonlyMap<string, AnalyzedArticle>,
  [file, content, source]: (typeof expected)[number]
): boolean {
  const { article, analysis } = files.get(file) ?? assert.fail(`there is no sample ${file}`)
  assert.ok(article.text.includes(content), `${file} does not say: ${content}`)
  const surface = (spans: readonly Span[] | null) =>
    (spans ?? []).map(({ start, end }) => article.text.slice(start, end)).join(' ')
  return analysis.quotes.some(
    (quote) => surface(quote.content).includes(content) && surface(quote.source).includes(source)
  )
}
