import { figureCounter, figureTexts, type Figure } from '../counts'
import { defineTable, number, text } from './table'

interface FigureFacts {
  readonly figure: Figure
  readonly count: number
  readonly withAttitudes: number
}

export const countsTable = defineTable<FigureFacts>(
  'counts',
  'One row for each figure over all articles, as the sidebar and the reports give it.',
  [
    text('figure', 'What is counted.', ({ figure }) => figureTexts[figure].label),
    number('count', 'Without attitudes.', ({ count }) => count),
    number('with_attitudes', 'Attitudes are quotes as well.', ({ withAttitudes }) => withAttitudes),
    text('definition', 'What the figure counts.', ({ figure }) => figureTexts[figure].definition)
  ],
  () => {
    const counters = [figureCounter({ attitudes: false }), figureCounter({ attitudes: true })] as const
    return {
      of({ document }) {
        for (const counter of counters) counter.add(document)
        return []
      },
      end() {
        const [figures, all] = [counters[0].figures(), counters[1].figures()]
        return (Object.keys(figureTexts) as Figure[]).map((figure) => ({
          figure,
          count: figures[figure],
          withAttitudes: all[figure]
        }))
      }
    }
  }
)
