import assert from 'node:assert/strict'
import { attributionsUnder } from './attributions'

/** The quotes in a headline, as `kind cue | source | content`. */
function says(headline: string, ...lines: readonly string[]): void {
  assert.deepEqual(attributionsUnder(headline, 'The council met on Monday in the town hall of Tarn.'), lines)
}

describe('quotations in headlines', () => {
  it('who stands behind the dash says it', () => {
    says('‘I was wrong’ – Brook', 'direct – | Brook | ‘I was wrong’')
    says("'I was wrong' - Brook", "direct - | Brook | 'I was wrong'")
    says('‘We were never told’ – families of the crew', 'direct – | families of the crew | ‘We were never told’')
    says('Ferry “will not sail” – owner', 'mixed – | owner | Ferry “will not sail”')
  })

  it('so does who stands behind a comma and a verb of saying', () => {
    says('‘Nobody told us’ about ferry, say families', 'mixed say | families | ‘Nobody told us’ about ferry')
    says('‘The ferry’ sails on Monday, rain or shine')
  })

  it('pages and titles behind or before a dash say nothing', () => {
    says('‘The Ferry’ – Ada Brook')
    says('‘We were never told’ – review')
    says('‘We were never told’ – how the ferry sank')
  })

  it('nor where another says it before the dash', () => {
    says('Brook says ferry “will not sail” – report', 'mixed says | Brook | ferry “will not sail”')
  })

  it('behind a colon a verb of saying tells who', () => {
    says('‘I was wrong’: Brook admits mistake', 'direct admits | Brook | ‘I was wrong’')
    says("'My boat was gone': survivor tells of wreck", "direct tells | survivor | 'My boat was gone'")
  })

  it('with any other verb it may be anybody', () => {
    says('‘Nobody told us’: police search ferry', 'direct - | - | ‘Nobody told us’')
    says('“We have no water”: life after the storm', 'direct - | - | “We have no water”')
  })

  it('what speaks of nobody is a title', () => {
    says('‘Long Live the Ferry’: a new book')
  })
})
