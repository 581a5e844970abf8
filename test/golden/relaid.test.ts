import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readArticle, shownText } from '../../src/article'
import { loadTestEngine, root } from '../engine'

/** A paragraph in lines of at most so many characters. */
function wrapped(paragraph: string, width: (line: number) => number): readonly string[] {
  const lines: string[] = []
  for (const word of paragraph.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width(lines.length))
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

interface Way {
  readonly lay: (paragraph: string, index: number) => string
  /** What stands between two paragraphs; a blank line unless told. */
  readonly between?: string
}

const at = (width: number): Way => ({ lay: (paragraph) => wrapped(paragraph, () => width).join('\n') })

const ways: Readonly<Record<string, Way>> = {
  'in a column of 32': at(32),
  'in lines of 55': at(55),
  'in lines of 72': at(72),
  'in lines of 100': at(100),
  'in lines of 130': at(130),
  'in ragged lines': { lay: (paragraph) => wrapped(paragraph, (line) => 45 + ((line * 7919) % 40)).join('\n') },
  'as quoted mail': {
    lay: (paragraph) =>
      wrapped(paragraph, () => 68)
        .map((line) => `> ${line}`)
        .join('\n'),
    between: '\n>\n'
  },
  'double-spaced': { lay: (paragraph) => wrapped(paragraph, () => 70).join('\n\n'), between: '\n\n\n' },
  'a clause a line': { lay: (paragraph) => paragraph.replace(/([,;:.?!]["'\u2019\u201d]?) /g, '$1\n') },
  'every other paragraph wrapped': {
    lay: (paragraph, index) => (index % 2 === 0 ? paragraph : at(72).lay(paragraph, index))
  }
}

/** Quotes of all samples that may change in one way of laying them out. */
const most = 3

describe('the samples, laid out anew', () => {
  const samples: (readonly string[])[] = []
  before(async () => {
    const folder = join(root, 'samples')
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.txt'))) {
      const article = readArticle(await readFile(join(folder, name), 'utf8'), 'plain')
      samples.push(article.paragraphs.map((paragraph) => shownText(article, paragraph).replace(/\s+/g, ' ')))
    }
  })

  async function quotesIn(text: string): Promise<readonly string[]> {
    const article = readArticle(text, 'plain')
    const { quotes, entities } = (await loadTestEngine()).analyze(article)
    return quotes.map(({ content, speaker }) => {
      // Between pieces that follow each other nothing was left out: a layout may have parted them.
      const words = content
        .map((span, index) => {
          const before = text.slice(content[index - 1]?.end ?? span.start, span.start)
          return (before.trim() === '' ? before : ' \u2026 ') + shownText(article, span)
        })
        .join('')
      return `${words} | ${entities.find(({ id }) => id === speaker)?.name ?? '-'}`.replace(/\s+/g, ' ')
    })
  }

  for (const [way, { lay, between = '\n\n' }] of Object.entries(ways))
    it(`have the same quotes ${way}`, async () => {
      const lost: string[] = []
      for (const paragraphs of samples) {
        const now = new Set(await quotesIn(paragraphs.map(lay).join(between)))
        lost.push(...(await quotesIn(paragraphs.join('\n\n'))).filter((quote) => !now.has(quote)))
      }
      assert.ok(lost.length <= most, `${lost.length} are lost:\n${lost.join('\n')}`)
    })
})
