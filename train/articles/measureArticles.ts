// How many articles are refused and how many other texts taken, with the weights that ship: tsx train/articles/measureArticles.ts [SHARED]
// The weights have learned of these very texts; what they do with unseen ones is told by train.ts --held-out. --list names what is wrong.
import { judgeText } from '../../src/article'
import { findArticles, newsOfLab } from './articleTexts'
import { findOthers, type Sample } from './otherTexts'
import { wrapped } from './variants'

const isListed = process.argv.includes('--list')
const shared = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared'
const gold = await findArticles(shared)
const news = [...(await newsOfLab(shared, 0, 12)), ...(await newsOfLab(shared, 1, 24))]
const others = await findOthers()

console.log('| texts | number | wrong | ms each |\n| --- | --- | --- | --- |')
row('articles: gold, seeds, samples', gold, true)
row('the same, wrapped at 72', gold.map(asWrapped), true)
row('articles: news', news, true)
row('the same, wrapped at 72', news.map(asWrapped), true)
for (const kind of ['package text', 'system text', 'other file'] as const)
  row(
    `others: ${kind}`,
    others.filter((sample) => sample.kind === kind),
    false
  )

function row(title: string, samples: readonly Sample[], isArticle: boolean): void {
  const began = performance.now()
  const wrong = samples.filter(({ text }) => judgeText(text).isArticle !== isArticle)
  const time = (performance.now() - began) / Math.max(1, samples.length)
  const share = ((100 * wrong.length) / Math.max(1, samples.length)).toFixed(2)
  console.log(`| ${title} | ${samples.length} | ${wrong.length} (${share} %) | ${time.toFixed(2)} |`)
  if (isListed) for (const { name } of wrong) console.log(`  ${name}`)
}

function asWrapped(sample: Sample): Sample {
  return { ...sample, text: wrapped(sample.text, 72) }
}
