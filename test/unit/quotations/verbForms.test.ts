import assert from 'node:assert/strict'
import { fineTags } from '../../../src/analysis/quotations/model/fineTags'
import { formsIn, joinedForm, joinsTo, verbForms } from '../../../src/analysis/quotations/model/verbForms'
import { nameOf, tagged } from './tagged'

/** The verbs with their forms, as "said past, leave infinitive". */
function forms(text: string): string {
  const words = tagged(text)
  return [...verbForms(words)]
    .flatMap((form, at) => (form > 0 ? [`${words.words[at]} ${nameOf(form)}`] : []))
    .join(', ')
}

/** What the verb after "and" goes with, where the cue is the first word that begins with a capital and its content begins behind it. */
function joins(text: string): string {
  const words = tagged(text.toLowerCase().replace(/\/\w+/g, (tag) => tag.toUpperCase()))
  const form = verbForms(words)
  const cue = text.split(' ').findIndex((word) => /^[A-Z]/.test(word))
  const and = words.words.lastIndexOf('and')
  const joined = joinedForm(words, form, and, words.words.length)
  return (
    ['nothing', 'neither', 'the cue', 'the content', 'both'][
      joinsTo(joined, formsIn(form, cue, cue + 1), formsIn(form, cue + 1, and))
    ] ?? ''
  )
}

describe('forms of verbs', () => {
  it('are told by the ending, or by a list', () => {
    assert.equal(
      forms('she/PRON warned/VERB and/CCONJ told/VERB us/PRON ,/PUNCT adding/VERB that/SCONJ it/PRON helps/VERB'),
      'warned past, told past, adding gerund, helps third'
    )
  })
  it('are told by what stands before: "to", a helper, adverbs between them or not', () => {
    assert.equal(
      forms('they/PRON want/VERB to/PART quickly/ADV build/VERB what/PRON was/AUX never/ADV asked/VERB'),
      'want base, build infinitive, was past, asked participle'
    )
    assert.equal(forms('he/PRON would/AUX resign/VERB'), 'would modal, resign infinitive')
  })
  it('nouns have none, whatever they look like', () => {
    assert.equal(forms('the/DET meeting/NOUN needed/VERB beds/NOUN'), 'needed past')
  })
})

describe('a verb that is joined on', () => {
  it('goes with the cue when it has its form', () => {
    assert.equal(joins('she/PRON Said/VERB it/PRON is/AUX late/ADJ and/CCONJ left/VERB'), 'the cue')
  })
  it('goes with the content when it has the form of a verb there', () => {
    assert.equal(
      joins(
        'she/PRON Promised/VERB to/PART build/VERB homes/NOUN ,/PUNCT to/PART lower/VERB rents/NOUN and/CCONJ to/PART rest/VERB'
      ),
      'the content'
    )
    assert.equal(
      joins('she/PRON Promised/VERB to/PART build/VERB homes/NOUN and/CCONJ lower/VERB rents/NOUN'),
      'the content'
    )
    assert.equal(joins('she/PRON Says/VERB they/PRON came/VERB and/CCONJ then/ADV left/VERB'), 'the content')
  })
  it('may go with both, or with neither', () => {
    assert.equal(joins('she/PRON Said/VERB they/PRON came/VERB and/CCONJ left/VERB'), 'both')
    assert.equal(joins('she/PRON Said/VERB they/PRON came/VERB and/CCONJ leaving/VERB'), 'neither')
  })
  it('is none where a subject comes first', () => {
    assert.equal(joins('she/PRON Said/VERB it/PRON is/AUX late/ADJ and/CCONJ he/PRON left/VERB'), 'nothing')
  })
})

describe('fine tags', () => {
  it('tell marks, small words and forms apart that one part of speech holds together', () => {
    const words = tagged('"/PUNCT we/PRON ,/PUNCT who/PRON said/VERB to/PART go/VERB ,/PUNCT left/VERB ./PUNCT')
    const fine = fineTags(words, verbForms(words))
    const alike = words.words.map(
      (word, at) =>
        `${word}${words.words.map((other, index) => (index !== at && fine[index] === fine[at] ? other : '')).join('')}`
    )
    assert.deepEqual(alike, ['"', 'we', ',,', 'who', 'saidleft', 'to', 'go', ',,', 'leftsaid', '.'])
  })
  it('leave nouns and all else as they are, and fit in five bits', () => {
    const words = tagged('the/DET mayor/NOUN of/ADP a/DET town/NOUN by/ADP the/DET sea/NOUN or/CCONJ not/PART')
    const fine = [...fineTags(words, verbForms(words))]
    assert.deepEqual(
      fine.map((tag, at) => tag === words.pos[at]),
      [true, true, false, true, true, true, true, true, false, true]
    )
    assert.ok(fine.every((tag) => tag < 32))
  })
})
