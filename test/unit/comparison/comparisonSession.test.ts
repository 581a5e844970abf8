import assert from 'node:assert/strict'
import type { Memento } from 'vscode'
import { URI } from 'vscode-uri'
import { isUnreadable, mapAnchors, readLayer, writeLayer, type Decision } from '../../../src/annotations'
import { takeAgreements, takeSides, type Choice } from '../../../src/annotations/agreement'
import { comparisonFormats } from '../../../src/comparison/comparisonCsv'
import { ComparisonSession } from '../../../src/comparison/comparisonSession'
import { settleFormerDismissals } from '../../../src/comparison/formerDismissals'
import { comparisonTree, type ComparisonNode } from '../../../src/comparison/comparisonTree'
import { Annotator } from '../annotations/agreement/layers'
import { MemoryAnnotations } from '../workspace/memoryAnnotations'

const rain = 'Reuters saw rain in London. Anna saw sun.'
const snow = 'Boris saw snow.'

describe('a comparison in a window', () => {
  it('lists what two annotators decided differently, by article', async () => {
    const { session, start } = window()
    await start()
    assert.deepEqual(written(session), [
      'figures',
      'rain.txt: 0 of 2 settled',
      '  mention Reuters: open',
      '    Ann',
      '    Ben',
      '  code sun: open',
      '    Ann',
      '    Ben',
      'snow.txt: 0 of 1 settled',
      '  mention Boris: open',
      '    Ann',
      '    Ben'
    ])
  })

  it('follows what is settled, and what is undone', async () => {
    const { annotations, session, start, settle } = window()
    await start()
    await settle(0, 'second')
    assert.deepEqual(written(session).slice(1, 3), ['rain.txt: 1 of 2 settled', '  mention Reuters: settled'])
    assert.deepEqual(thirdOf(annotations, 'rain.txt'), ['reject Reuters'])
    await changed(session, () => annotations.undo())
    assert.deepEqual(written(session).slice(1, 3), ['rain.txt: 0 of 2 settled', '  mention Reuters: open'])
    assert.deepEqual(thirdOf(annotations, 'rain.txt'), [])
  })

  it('settles that a code does not apply by a decision, which is undone and done again', async () => {
    const { annotations, session, start, settle } = window()
    await start()
    await settle(1, 'second')
    const shown = () => [written(session)[5], thirdOf(annotations, 'rain.txt')]
    assert.deepEqual(shown(), ['  code sun: settled', ['noCode sun']])
    await changed(session, () => annotations.undo())
    assert.deepEqual(shown(), ['  code sun: open', []])
    await changed(session, () => annotations.redo())
    assert.deepEqual(shown(), ['  code sun: settled', ['noCode sun']])
  })

  it('knows what is settled wherever the third layer is read', async () => {
    const here = window()
    await here.start()
    await here.settle(0, 'second')
    await here.settle(1, 'second')
    const layers = here.annotations.layers(uriOf('rain.txt'))
    const third = layers.find(({ annotator }) => annotator === 'consensus')!
    const read = readLayer(writeLayer(third, 'rain.txt', { text: rain }))
    assert.ok(!isUnreadable(read))
    const there = window()
    there.decide('rain.txt', read.content.decisions)
    await there.start()
    assert.deepEqual(written(there.session).slice(1, 2), ['rain.txt: 2 of 2 settled'])
  })

  it('makes decisions of what an earlier version kept on one machine', async () => {
    const { annotations, session, start } = window()
    await start()
    const [, code] = session.state()!.disagreements
    const keys = [`code ${code!.sides[0].decision!.id} `, 'code of another comparison', 7]
    const memory = memoryState({ 'comparison.dismissed': keys })
    const migrate = () => settleFormerDismissals(session, memory, 'Settle as before', counted())
    await changed(session, migrate)
    const done = [written(session)[5], thirdOf(annotations, 'rain.txt'), annotations.undoLabel()]
    assert.deepEqual(done, ['  code sun: settled', ['noCode sun'], 'Settle as before'])
    assert.deepEqual(memory.get('comparison.dismissed'), ['code of another comparison'])
    migrate()
    assert.deepEqual(thirdOf(annotations, 'rain.txt'), ['noCode sun'])
  })

  it('goes on to the next that is open, from the end to the beginning', async () => {
    const { session, start, settle } = window()
    await start()
    await settle(1, 'first')
    const state = session.state()!
    const tree = comparisonTree(state)
    const next = state.disagreements.map((judgement) => nameOf(tree.nextOpen(judgement)))
    assert.deepEqual(next, ['Boris', 'Boris', 'Reuters'])
  })

  it('gives a disagreement with its places when the text was edited meanwhile', async () => {
    const { annotations, texts, session, start } = window()
    await start()
    const before = session.state()!.disagreements[0]!
    const article = before.article
    texts.set(article, `Today ${rain}`)
    const moved = annotations.layers(uriOf('rain.txt')).flatMap(({ decisions }) =>
      decisions.map((decision) => ({
        kind: 'decision' as const,
        article,
        before: decision,
        after: mapAnchors(decision, (anchor) => ({ ...anchor, start: anchor.start + 6, end: anchor.end + 6 }))
      }))
    )
    annotations.perform({ label: 'Type', edits: moved })
    const present = await session.present(before.id)
    assert.deepEqual(
      [before.place, present?.place, present?.id],
      [{ start: 0, end: 7 }, { start: 6, end: 13 }, before.id]
    )
    assert.equal(await session.present('no such'), undefined)
  })

  it('compares one article alone', async () => {
    const { session, start } = window()
    await start(uriOf('snow.txt'))
    assert.deepEqual(written(session).slice(0, 2), ['figures', 'snow.txt: 0 of 1 settled'])
  })

  it('takes over what both agree on, once', async () => {
    const { annotations, session, start } = window()
    await start()
    const { comparison } = session.state()!
    const own = comparison.judgements.filter(({ article }) => article === uriOf('rain.txt').toString())
    const take = () => takeAgreements(own, 'consensus', session.thirdOf(own[0]!), counted())
    const edits = take().map((edit) => ({ kind: 'decision' as const, article: own[0]!.article, ...edit }))
    await changed(session, () => session.performAll(edits, 'Take over'))
    assert.deepEqual(thirdOf(annotations, 'rain.txt'), ['mention London'])
    assert.deepEqual(take(), [])
  })

  it('does not compare what is not in the text any more', async () => {
    const { texts, session, start } = window()
    texts.set(uriOf('snow.txt').toString(), 'Nothing of it is left.')
    await start()
    assert.equal(session.state()?.unplaced, 2)
    assert.equal(session.state()?.comparison.articles, 1)
  })

  it('is written as two files for a spreadsheet', async () => {
    const { session, start, settle } = window()
    await start()
    await settle(0, 'first')
    const formats = comparisonFormats(session.state()!, (code) => code)
    const [figures, judgements] = formats.map((format) => format.text().split('\r\n'))
    assert.deepEqual(figures?.slice(0, 3), [
      '\uFEFF"first annotator","second annotator","measure","about","units","agreement","kappa","alpha","F1 exact","F1 overlapping","found of first","found of second","undefined because"',
      '"Ann","Ben","question","mention is right",2,0,-1,-0.5,,,,,',
      '"Ann","Ben","question","type of mention",1,1,,,,,,,"no-variation"'
    ])
    assert.deepEqual(judgements, [
      '\uFEFF"article","kind","words","start","end","Ann","Ben","agreed","settled"',
      '"rain.txt","mention","Reuters",0,7,"person: Reuters","rejected",FALSE,TRUE',
      '"rain.txt","mention","London",20,26,"place: London","place: London",TRUE,',
      '"rain.txt","code","sun",37,40,"weather: sun","nothing",FALSE,FALSE',
      '"snow.txt","mention","Boris",0,5,"rejected","person: Boris",FALSE,FALSE',
      ''
    ])
  })

  it('ends', async () => {
    const { annotations, session, start } = window()
    await start()
    session.stop()
    annotations.perform({ label: 'Later', edits: [] })
    assert.equal(session.state(), undefined)
  })
})

function window() {
  const annotations = new MemoryAnnotations()
  const decide = (name: string, decisions: readonly Decision[]) =>
    annotations.perform({
      label: 'test',
      edits: decisions.map((after) => ({ kind: 'decision', article: uriOf(name).toString(), after }))
    })
  decide(
    'rain.txt',
    new Annotator('Ann', rain).accept('Reuters').mark('London', 'place').code('sun', 'weather').decisions
  )
  decide('rain.txt', new Annotator('Ben', rain).reject('Reuters').mark('London', 'place').decisions)
  decide('snow.txt', new Annotator('Ann', snow).reject('Boris').decisions)
  decide('snow.txt', new Annotator('Ben', snow).accept('Boris').decisions)
  const texts = new Map([
    [uriOf('rain.txt').toString(), rain],
    [uriOf('snow.txt').toString(), snow]
  ])
  const session = new ComparisonSession({
    annotations,
    texts: {
      read: (uri) => {
        const text = texts.get(uri.toString())
        return Promise.resolve(text === undefined ? undefined : { text, format: 'plain' })
      },
      nameOf: (uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1)
    },
    log: { error: assert.fail, warn: assert.fail, info: () => undefined }
  })
  const start = (article?: URI) =>
    session.start({ annotators: ['Ann', 'Ben'], third: 'consensus', ...(article && { article }) })
  const settle = async (index: number, choice: Choice) => {
    const judgement = session.state()!.disagreements[index]!
    const edits = takeSides(judgement, choice, 'consensus', session.thirdOf(judgement), counted())
    await changed(session, () => session.perform(judgement, edits, 'Settle'))
  }
  return { annotations, decide, texts, session, start, settle }
}

function uriOf(name: string): URI {
  return URI.parse(`file:///folder/${name}`)
}

/** What VS Code keeps of a workspace. */
function memoryState(kept: Readonly<Record<string, unknown>>): Memento {
  const values = new Map(Object.entries(kept))
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string) => values.get(key) as T,
    update: (key, value) => Promise.resolve(void values.set(key, value))
  }
}

let lastNumber = 0

function counted() {
  return () => ({ id: `urn:uuid:new-${++lastNumber}`, created: '2026-11-27T09:00:00.000Z' })
}

/** Does something and waits until the session shows it. */
async function changed(session: ComparisonSession, act: () => unknown): Promise<void> {
  const shown = new Promise<void>((resolve) => {
    const listening = session.onDidChange(() => {
      listening.dispose()
      resolve()
    })
  })
  act()
  await shown
}

function thirdOf(annotations: MemoryAnnotations, name: string): readonly string[] {
  const layers = annotations.layers(uriOf(name))
  return layers
    .filter(({ annotator }) => annotator === 'consensus')
    .flatMap(({ decisions }) => decisions.map(({ kind, target }) => `${kind} ${target[0]?.exact}`))
}

/** The rows of the view, with those below them. */
function written(session: ComparisonSession): readonly string[] {
  const state = session.state()
  if (!state) return []
  const tree = comparisonTree(state)
  const below = (node: ComparisonNode | undefined, depth: number): readonly string[] =>
    tree.children(node).flatMap((child) => {
      if (node) assert.equal(tree.parent(child)?.id, node.id)
      const line = '  '.repeat(depth) + nodeText(child)
      return child.kind === 'figures' ? [line] : [line, ...below(child, depth + 1)]
    })
  return below(undefined, 0)
}

function nodeText(node: ComparisonNode): string {
  switch (node.kind) {
    case 'figures':
    case 'code':
    case 'figure':
      return node.kind
    case 'article':
      return `${node.name}: ${node.settled} of ${node.all} settled`
    case 'judgement':
      return `${node.judgement.kind} ${node.judgement.words}: ${node.isSettled ? 'settled' : 'open'}`
    case 'side':
      return node.judgement.sides[node.side].annotator
  }
}

function nameOf(node: ComparisonNode | undefined): string | undefined {
  return node?.kind === 'judgement' ? node.judgement.words : undefined
}
