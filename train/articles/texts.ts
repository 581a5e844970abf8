import { measureText } from '../../src/article/kind/textMeasures'
import { seededRandom } from '../entities/random'
import { findArticles, newsOfLab } from './articleTexts'
import type { Text } from './examples'
import { findOthers, type Sample } from './otherTexts'
import { variants } from './variants'
import { writtenOthers } from './writtenOthers'

/** Shorter ones are sentences rather than articles: each counts less, because the gold has thousands of them. */
const shortText = 600

/** The articles, plain, wrapped and in two other forms each, and the others, whole and some of them cut. */
export async function textsForTraining(shared: string): Promise<readonly Text[]> {
  const articles = [
    ...(await findArticles(shared)),
    ...(await newsOfLab(shared, 0, 12)),
    ...(await newsOfLab(shared, 1, 24))
  ]
  const random = seededRandom(7)
  const names = Object.keys(variants)
  const anyForm = () => names[Math.floor(random() * names.length)]!
  const forms = (text: string) => ['wrapped at 72', ...(text.length < shortText ? [anyForm()] : [anyForm(), anyForm()])]
  const texts = articles.flatMap((sample) => {
    const { text } = sample
    const isShort = text.length < shortText
    const plain = textOf(sample, text, `${sample.kind}${isShort ? ' (short)' : ''}`, isShort ? 0.4 : 1)
    return [
      plain,
      ...forms(text).map((form) =>
        textOf(sample, variants[form]!(text, random), `${sample.kind} ${form}`, isShort ? 0.2 : 0.7)
      )
    ]
  })
  const others = (await findOthers()).flatMap((sample) => {
    const { text, kind } = sample
    const whole = textOf(sample, text, kind, kind === 'other file' ? 0.4 : 1.5)
    const isCut = kind !== 'other file' && text.length > 800 && random() < 0.6
    return isCut ? [whole, textOf(sample, beginningOf(text, random), 'beginning of one', 0.6)] : [whole]
  })
  const written = writtenOthers(random).map((sample) => textOf(sample, sample.text, 'written other', 1))
  return [...texts, ...others, ...written]
}

/** Some of its first lines. */
function beginningOf(text: string, random: () => number): string {
  const end = text.indexOf('\n', 100 + random() * 600)
  return end < 0 ? text : text.slice(0, end)
}

function textOf({ name, group, kind }: Sample, text: string, set: string, weight: number): Text {
  const isArticle = kind === 'gold' || kind === 'news'
  return { name, group, set, isArticle, weight, measured: measureText(text) }
}
