import assert from 'node:assert/strict'
import { compareLayers } from '../../../../src/annotations/agreement/compareLayers'
import type { Judgement } from '../../../../src/annotations/agreement/comparison'
import {
  canTakeBoth,
  canTakeNeither,
  decideAnew,
  settlements,
  takeAgreements,
  takeSides,
  type Choice
} from '../../../../src/annotations/agreement/settling'
import { inTextOrder, type Decision, type DecisionContent, type DecisionEdit } from '../../../../src/annotations'
import { Annotator, articleOf } from './layers'

const text = 'Keir Starmer said taxes will rise. Reuters asked London for a comment. Nobody answered.'

describe('settling what two annotators decided differently', () => {
  it('takes the decision of one side in the name of the third layer', () => {
    const { ann, ben } = both()
    ann.mark('Reuters', 'organization', { from: 'Reuters' })
    ben.reject('Reuters')
    const [judgement] = compared(ann, ben)
    assert.deepEqual(done(judgement!, 'first', []), ['+ mention "Reuters" by consensus'])
    assert.deepEqual(done(judgement!, 'second', []), ['+ reject "Reuters" by consensus'])
  })

  it('takes the other side in its place when asked again', () => {
    const { ann, ben } = both()
    ann.mark('Reuters', 'organization', { from: 'Reuters' })
    ben.reject('Reuters')
    const [judgement] = compared(ann, ben)
    const third = applied([], takeSides(judgement!, 'first', 'consensus', [], counted()))
    assert.deepEqual(done(judgement!, 'second', third), [
      '- mention "Reuters" by consensus',
      '+ reject "Reuters" by consensus'
    ])
  })

  it('says whether it is settled', () => {
    const { ann, ben } = both()
    ann.accept('London', 'place').code('taxes', 'economy').reject('Reuters')
    ben.reject('London').code('taxes will rise', 'economy').accept('Reuters')
    const judgements = compared(ann, ben)
    let third: readonly Decision[] = []
    const open = () => {
      const settled = settlements(judgements, third)
      return judgements.filter((judgement) => !settled.has(judgement)).map(({ kind, words }) => `${kind} ${words}`)
    }
    assert.deepEqual(open(), ['code taxes', 'mention Reuters', 'mention London'])
    for (const judgement of judgements.slice(0, 2)) {
      third = applied(third, takeSides(judgement, 'second', 'consensus', third, counted()))
    }
    assert.deepEqual(open(), ['mention London'])
  })

  it('rejects a mark where the side that marked nothing is right', () => {
    const { ann, ben } = both()
    ann.mark('Nobody', 'person').quote('taxes will rise')
    ben.accept('London', 'place')
    const judgements = compared(ann, ben)
    for (const judgement of judgements) {
      assert.deepEqual(done(judgement, 'second', []), [`+ reject "${judgement.words}" by consensus`])
      const third = applied([], takeSides(judgement, 'second', 'consensus', [], counted()))
      assert.equal(settlements([judgement], third).size, 1)
      assert.equal(third[0]?.from?.about, judgement.kind)
    }
  })

  it('says that a code does not apply where the side without it is right', () => {
    const { ann, ben } = both()
    ann.code('taxes', 'economy')
    ben.code('Nobody', 'silence')
    const [judgement] = compared(ann, ben)
    const third = applied([], takeSides(judgement!, 'first', 'consensus', [], counted()))
    assert.deepEqual(done(judgement!, 'second', []), ['+ not economy "taxes" by consensus'])
    assert.deepEqual(done(judgement!, 'second', third), [
      '- code "taxes" by consensus',
      '+ not economy "taxes" by consensus'
    ])
    const refused = applied(third, takeSides(judgement!, 'second', 'consensus', third, counted()))
    assert.equal(settlements([judgement!], refused).size, 1)
    assert.deepEqual(done(judgement!, 'first', refused), [
      '- not economy "taxes" by consensus',
      '+ code "taxes" by consensus'
    ])
  })

  it('takes neither of two codes, and is settled as soon as none of them can be right', () => {
    const { ann, ben } = both()
    ann.code('taxes', 'economy').code('Nobody', 'silence').accept('London', 'place')
    ben.code('taxes', 'promise').reject('London')
    const judgements = compared(ann, ben)
    assert.deepEqual(
      judgements.map((judgement) => `${judgement.kind} ${judgement.words}: ${canTakeNeither(judgement)}`),
      ['code taxes: true', 'mention London: false', 'code Nobody: false']
    )
    const [taxes] = judgements
    assert.deepEqual(done(taxes!, 'neither', []), [
      '+ not economy "taxes" by consensus',
      '+ not promise "taxes" by consensus'
    ])
    const refused = applied([], takeSides(taxes!, 'neither', 'consensus', [], counted()))
    assert.deepEqual([...settlements(judgements, refused).keys()], [taxes])
    assert.equal(settlements(judgements, refused.slice(1)).size, 0)
    assert.deepEqual(done(taxes!, 'second', refused), [
      '- not economy "taxes" by consensus',
      '- not promise "taxes" by consensus',
      '+ code "taxes" by consensus'
    ])
  })

  it('by another code says that those of the two do not apply, and by one of the two says nothing more', () => {
    const { ann, ben } = both()
    ann.code('taxes', 'economy').mark('Nobody', 'person')
    ben.code('taxes', 'promise').reject('London')
    const [taxes, nobody] = compared(ann, ben)
    const anew = (judgement: Judgement, content: DecisionContent) => {
      const target = judgement.sides[0].decision!.target
      const edits = decideAnew(judgement, content, target, 'consensus', [], counted())
      assert.equal(settlements([judgement], applied([], edits)).size, 1)
      return edits.map(line)
    }
    assert.deepEqual(anew(taxes!, { kind: 'code', code: 'state' }), [
      '+ code "taxes" by consensus',
      '+ not economy "taxes" by consensus',
      '+ not promise "taxes" by consensus'
    ])
    assert.deepEqual(anew(taxes!, { kind: 'code', code: 'promise' }), ['+ code "taxes" by consensus'])
    assert.deepEqual(anew(nobody!, { kind: 'reject' }), ['+ reject "Nobody" by consensus'])
  })

  it('takes both where both can be', () => {
    const { ann, ben } = both()
    ann.code('taxes', 'economy').mark('Keir Starmer', 'person').accept('London', 'place')
    ben.code('taxes', 'promise').mark('Starmer', 'person').reject('London')
    const judgements = compared(ann, ben)
    assert.deepEqual(
      judgements.map((judgement) => `${judgement.kind} ${judgement.words}: ${canTakeBoth(judgement)}`),
      ['mention Keir Starmer: true', 'code taxes: true', 'mention London: false']
    )
    assert.deepEqual(done(judgements[1]!, 'both', []), ['+ code "taxes" by consensus', '+ code "taxes" by consensus'])
    assert.deepEqual(done(judgements[0]!, 'both', []), [
      '+ mention "Keir Starmer" by consensus',
      '+ mention "Starmer" by consensus'
    ])
  })

  it('keeps what the layer has changed when only who it is is settled', () => {
    const { ann, ben } = both()
    ann.accept('Reuters', 'person', 'Thomson Reuters')
    ben
      .mark('Reuters', 'organization', { from: 'Reuters' })
      .isWho('Reuters', { iri: 'urn:uuid:r', name: 'Reuters', type: 'organization' })
    const [what, who] = compared(ann, ben)
    assert.deepEqual([what!.kind, who!.kind], ['mention', 'identity'])
    const third = applied([], takeSides(what!, 'second', 'consensus', [], counted()))
    assert.deepEqual(done(who!, 'first', third), ['+ identity "Reuters" by consensus'])
    assert.deepEqual(done(who!, 'first', []), ['+ accept "Reuters" by consensus'])
  })

  it('is not taken for settled by another code of the same layer nearby', () => {
    const { ann, ben } = both()
    ann.code('taxes', 'economy').code('taxes will', 'economy')
    ben.code('taxes', 'economy')
    const judgements = compared(ann, ben)
    const agreed = judgements.filter(({ isAgreed }) => isAgreed)
    const disputed = judgements.filter(({ isAgreed }) => !isAgreed)
    const third = applied([], takeAgreements(agreed, 'consensus', [], counted()))
    assert.deepEqual(third.map(described), ['code "taxes" by consensus'])
    assert.equal(settlements(disputed, third).size, 0)
  })
})

describe('taking over what both agree on', () => {
  it('leaves what is disputed and what the layer has', () => {
    const { ann, ben } = both()
    ann
      .accept('Reuters')
      .acceptQuote('taxes will rise', 'Keir Starmer')
      .code('Nobody', 'silence')
      .accept('London', 'place', 'London')
    ben
      .accept('Reuters')
      .speaker('taxes will rise', 'Reuters')
      .code('Nobody', 'silence')
      .accept('London', 'place', 'London')
    const judgements = compared(ann, ben)
    const third = [new Annotator('consensus', text).accept('Reuters').decisions[0]!]
    const edits = takeAgreements(judgements, 'consensus', third, counted())
    assert.deepEqual(edits.map(line), ['+ accept "London" by consensus', '+ code "Nobody" by consensus'])
    assert.deepEqual(takeAgreements(judgements, 'consensus', applied(third, edits), counted()), [])
  })

  it('leaves a code of which the layer says that it does not apply', () => {
    const { ann, ben } = both()
    ann.code('taxes', 'economy').code('Nobody', 'silence')
    ben.code('taxes', 'economy').code('Nobody', 'silence')
    const third = new Annotator('consensus', text).noCode('taxes', 'economy').decisions
    const edits = takeAgreements(compared(ann, ben), 'consensus', third, counted())
    assert.deepEqual(edits.map(line), ['+ code "Nobody" by consensus'])
  })
})

function both() {
  return { ann: new Annotator('Ann', text), ben: new Annotator('Ben', text) }
}

function compared(ann: Annotator, ben: Annotator): readonly Judgement[] {
  const layers = [ann.layer(), ben.layer()]
  return compareLayers([{ article: articleOf(text), layers }], ['Ann', 'Ben']).judgements
}

function done(judgement: Judgement, choice: Choice, third: readonly Decision[]): readonly string[] {
  return takeSides(judgement, choice, 'consensus', third, counted()).map(line)
}

function applied(decisions: readonly Decision[], edits: readonly DecisionEdit[]): readonly Decision[] {
  const gone = new Set(edits.map(({ before }) => before))
  return [...decisions.filter((decision) => !gone.has(decision)), ...edits.flatMap(({ after }) => after ?? [])].sort(
    inTextOrder
  )
}

function counted() {
  let number = 0
  return () => ({ id: `urn:uuid:new-${++number}`, created: '2026-11-27T09:00:00.000Z' })
}

function line({ before, after }: DecisionEdit): string {
  return before ? `- ${described(before)}` : `+ ${described(after!)}`
}

function described(decision: Decision): string {
  const { kind, target, creator } = decision
  const what = decision.kind === 'noCode' ? `not ${decision.code}` : kind
  return `${what} "${target.map(({ exact }) => exact).join(' \u2026 ')}" by ${creator}`
}
