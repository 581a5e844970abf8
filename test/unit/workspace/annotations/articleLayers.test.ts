import { finish } from '../../../../src/util/steps'
import assert from 'node:assert/strict'
import { anchorAt, placeDecisions, type Decision, type Layer } from '../../../../src/annotations'
import { articleLayers, type ArticleLayers } from '../../../../src/workspace/annotations/articleLayers'

const text = 'Mayor Maria Lopez said the bridge was safe. Peter Novak said it was not.'
const all = { areAll: true, isWhole: () => true }
const one = { areAll: false, isWhole: () => true }

describe('the layers of an article in memory', () => {
  it('are those on disk, in order of annotator and of the text', () => {
    const layers = articleLayers()
    assert.ok(layers.read([layer('Ben', ['Novak']), layer('Ann', ['bridge', 'Lopez'])], all))
    assert.deepEqual(shown(layers), ['Ann: Lopez bridge', 'Ben: Novak'])
    assert.equal(layers.layers(), layers.layers())
    assert.equal(layers.read([layer('Ben', ['Novak']), layer('Ann', ['bridge', 'Lopez'])], all), false)
  })

  it('keep an edit that is not written while the file is read again, and give it to be written once', () => {
    const layers = articleLayers()
    layers.read([layer('Ann', ['Lopez'])], all)
    layers.edit([{ after: decision('Ann', 'Novak') }])
    layers.read([layer('Ann', ['Lopez', 'bridge'])], all)
    assert.deepEqual(shown(layers), ['Ann: Lopez bridge Novak'])
    const taken = layers.takeUnwritten()
    assert.deepEqual(
      [...taken].map(([annotator, edits]) => `${annotator} ${edits.map(({ after }) => wordsOf(after)).join()}`),
      ['Ann Novak']
    )
    assert.equal(layers.takeUnwritten().size, 0)
    layers.read([layer('Ann', ['Lopez'])], all)
    assert.deepEqual(shown(layers), ['Ann: Lopez Novak'], 'while it is being written')
    layers.written('Ann', taken.get('Ann')!, false)
    assert.ok(layers.hasUnwritten(), 'it is still to be written')
    layers.written('Ann', layers.takeUnwritten().get('Ann')!, true)
    assert.ok(!layers.hasUnwritten())
    assert.equal(layers.read([layer('Ann', ['Lopez', 'Novak'])], all), false, 'the disk has what is known')
    layers.read([layer('Ann', ['Lopez'])], all)
    assert.deepEqual(shown(layers), ['Ann: Lopez'], 'another program deleted it')
  })

  it('keep what a broken file had, and the layers that were not read', () => {
    const layers = articleLayers()
    layers.read([layer('Ann', ['Lopez']), layer('Ben', ['Novak'])], all)
    layers.read([layer('Ben', ['bridge'])], { areAll: false, isWhole: (annotator) => annotator !== 'Ann' })
    assert.deepEqual(shown(layers), ['Ann: Lopez', 'Ben: bridge'])
    layers.read([layer('Ann', ['bridge'])], { areAll: false, isWhole: () => false })
    assert.deepEqual(shown(layers), ['Ann: Lopez bridge', 'Ben: bridge'])
    layers.read([layer('Ann', [])], one)
    assert.deepEqual(shown(layers), ['Ben: bridge'])
  })

  it('change and delete a decision in the layer that it is in, whoever made it', () => {
    const layers = articleLayers()
    const copied = decision('Ben', 'Novak')
    layers.read([{ annotator: 'Ann', decisions: [copied] }], all)
    layers.edit([{ before: copied }])
    assert.deepEqual([shown(layers), [...layers.takeUnwritten().keys()]], [[], ['Ann']])
  })

  it('follow an open document, and are written when it is saved', () => {
    const layers = articleLayers()
    layers.read([layer('Ann', ['Novak'])], all)
    const document = opened(layers)
    document.type(0, 0, 'Monday. ')
    assert.deepEqual(shown(layers), ['Ann: Novak'])
    assert.equal(layers.layers()[0]!.decisions[0]!.target[0]!.start, text.indexOf('Novak') + 8)
    assert.ok(!layers.hasUnwritten(), 'the file has the text as it was')
    finish(layers.saved())
    const [edit] = layers.takeUnwritten().get('Ann')!
    assert.deepEqual([edit?.before?.target[0]?.start, edit?.after?.target[0]?.start], [50, 58])
    layers.written('Ann', [edit!], true)
    layers.unfollow()
    assert.equal(layers.layers()[0]!.decisions[0]!.target[0]!.start, 58)
  })

  it('are looked at in steps after a save: as they were in the saved text, without what is decided meanwhile', () => {
    const words = Array.from({ length: 500 }, (_, index) => `w${1000 + index}`)
    const long = words.join(' ')
    const coded = words.map((word): Decision => {
      const start = long.indexOf(word)
      return { ...decision('Ann', 'Novak'), id: word, target: [anchorAt(long, { start, end: start + 5 })] }
    })
    const layers = articleLayers()
    layers.read([{ annotator: 'Ann', decisions: coded }], all)
    const document = opened(layers, long)
    document.type(0, 0, 'Monday. ')
    const steps = layers.saved()
    assert.ok(!steps.next().done, 'there are too many for one step')
    document.type(0, 0, 'On ')
    const placed = layers.layers()[0]!.decisions.find(({ id }) => id === 'w1499')!
    layers.edit([{ before: placed }])
    for (let step = steps.next(); !step.done;) step = steps.next()
    const edits = layers.takeUnwritten().get('Ann')!
    assert.deepEqual(edits.map(({ before, after }) => (after ?? before)!.id).sort(), [...words].sort())
    for (const { before, after } of edits)
      assert.equal(after?.target[0]?.start, before?.id === 'w1499' ? undefined : long.indexOf(before!.id) + 8)
  })

  it('go back to where they are on disk when the document closes unsaved', () => {
    const layers = articleLayers()
    layers.read([layer('Ann', ['Novak'])], all)
    opened(layers).type(0, 0, 'Monday. ')
    layers.edit([{ after: decision('Ann', 'Lopez') }])
    layers.unfollow()
    assert.deepEqual(
      layers.layers()[0]!.decisions.map(({ target }) => target[0]!.start),
      [text.indexOf('Lopez'), text.indexOf('Novak')]
    )
  })

  it('follow what another window writes while this one types', () => {
    const layers = articleLayers()
    layers.read([layer('Ann', ['Novak'])], all)
    const document = opened(layers)
    document.type(0, 0, 'Monday. ')
    layers.read([layer('Ann', ['Novak']), layer('Ben', ['Lopez'])], all)
    document.type(0, 0, 'On ')
    assert.deepEqual(
      layers
        .layers()
        .flatMap(({ annotator, decisions }) =>
          placeDecisions(document.text(), decisions).map(
            ({ decision: placed, state }) => `${annotator} ${wordsAt(document.text(), placed)} ${state}`
          )
        ),
      ['Ann Novak placed', 'Ben Lopez moved']
    )
    document.type(0, 3, '')
    finish(layers.saved())
    assert.deepEqual([...layers.takeUnwritten().keys()], ['Ann'], 'what is not in place is not written')
  })

  it('do not follow the same words that stand there by chance, nor are they written to be those', () => {
    const layers = articleLayers()
    layers.read([layer('Ann', ['Novak'])], all)
    const document = opened(
      layers,
      'The wholly other article that was put here: Janez Novak was in Rome all of last week.'
    )
    assert.equal(document.text().indexOf('Novak'), text.indexOf('Novak'))
    document.type(0, 3, 'This is the')
    finish(layers.saved())
    assert.ok(!layers.hasUnwritten())
    const [placed] = placeDecisions(document.text(), layers.layers()[0]!.decisions)
    assert.equal(placed!.isInText, false)
  })

  it('follow what stands among other words when nothing else can be meant, once that was looked for', () => {
    const layers = articleLayers()
    layers.read([layer('Ann', ['Novak'])], all)
    const document = opened(layers, 'Mayor Maria Lopez said the bridge was safe. Peter Novak did not think so.')
    const startOf = () => layers.layers()[0]!.decisions[0]!.target[0]!.start
    document.type(0, 0, 'On ')
    assert.equal(startOf(), text.indexOf('Novak'), 'a keystroke does not look for it')
    document.type(0, 3, '')
    finish(layers.findMore())
    document.type(0, 0, 'Monday. ')
    assert.equal(startOf(), text.indexOf('Novak') + 8)
    assert.equal(wordsAt(document.text(), layers.layers()[0]!.decisions[0]!), 'Novak')
  })

  it('are not moved by a search in a text that is another one when it ends', () => {
    const layers = articleLayers()
    layers.read([layer('Ann', ['Novak'])], all)
    const document = opened(layers, 'Mayor Maria Lopez said the bridge was safe. Peter Novak did not think so.')
    const steps = layers.findMore()
    assert.ok(!steps.next().done, 'to look for it takes steps')
    document.type(0, 0, 'On ')
    finish(steps)
    document.type(0, 0, 'Monday: ')
    assert.equal(layers.layers()[0]!.decisions[0]!.target[0]!.start, text.indexOf('Novak'))
  })

  it('follow what another window wrote with a text that is read again only later', () => {
    const layers = articleLayers()
    const document = opened(layers)
    const moved = { ...decision('Ben', 'Lopez'), target: [anchorAt(`Monday. ${text}`, { start: 20, end: 25 })] }
    layers.read([{ annotator: 'Ben', decisions: [moved] }], all)
    assert.deepEqual(shown(layers), ['Ben: Lopez'])
    document.type(0, 0, 'Monday. ')
    layers.layers()
    document.type(0, 0, 'On ')
    const [placed] = placeDecisions(document.text(), layers.layers()[0]!.decisions)
    assert.equal(`${wordsAt(document.text(), placed!.decision)} ${placed!.state}`, 'Lopez placed')
  })
})

function layer(annotator: string, words: readonly string[]): Layer {
  return { annotator, decisions: words.map((word) => decision(annotator, word)) }
}

function decision(creator: string, word: string): Decision {
  const start = text.indexOf(word)
  const target = [anchorAt(text, { start, end: start + word.length })]
  const id = `urn:uuid:${creator}-${word}`
  return { id, creator, created: '2026-11-27T08:00:00.000Z', target, kind: 'mention', type: 'person', acting: false }
}

function shown(layers: ArticleLayers): readonly string[] {
  return layers.layers().map(({ annotator, decisions }) => `${annotator}: ${decisions.map(wordsOf).join(' ')}`)
}

function wordsOf(one: Decision | undefined): string {
  return one?.target[0]?.exact ?? ''
}

function wordsAt(present: string, { target }: Decision): string {
  return present.slice(target[0]!.start, target[0]!.end)
}

function opened(layers: ArticleLayers, present = text) {
  layers.follow(() => present)
  return {
    text: () => present,
    type(start: number, end: number, words: string) {
      present = present.slice(0, start) + words + present.slice(end)
      layers.moved([{ start, end, text: words }])
    }
  }
}
