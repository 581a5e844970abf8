import assert from 'node:assert/strict'
import { askInTurn, back, type Question } from '../../../src/util/askInTurn'

describe('questions in turn', () => {
  /** Answers by a script, and writes down what each question was asked with. */
  function asking(script: readonly (string | typeof back | undefined)[], silent: readonly string[] = []) {
    const answers = [...script]
    const log: string[] = []
    const question =
      (name: string): Question<Readonly<Record<string, string>>> =>
      (known, hasBack) => {
        if (silent.includes(name)) return Promise.resolve({ known: { ...known, [name]: 'given' }, isAsked: false })
        log.push(`${name}${hasBack ? ' <' : ''} ${known[name] ?? '-'}`)
        const answer = answers.shift()
        if (answer === undefined || answer === back) return Promise.resolve(answer)
        return Promise.resolve({ known: { ...known, [name]: answer }, isAsked: true })
      }
    const result = askInTurn<Readonly<Record<string, string>>>({}, ['files', 'format', 'whose'].map(question))
    return result.then((known) => ({ known, log }))
  }

  it('are asked one after the other, with a way back from the second on', async () => {
    assert.deepEqual(await asking(['a.txt', 'brat', 'Ana']), {
      known: { files: 'a.txt', format: 'brat', whose: 'Ana' },
      log: ['files -', 'format < -', 'whose < -']
    })
  })

  it('know after a step back what was answered', async () => {
    assert.deepEqual(await asking(['a.txt', 'brat', back, 'w3c', back, back, 'b.txt', 'tei', 'Ana']), {
      known: { files: 'b.txt', format: 'tei', whose: 'Ana' },
      log: [
        ...['files -', 'format < -', 'whose < -', 'format < brat', 'whose < -', 'format < w3c', 'files a.txt'],
        ...['format < w3c', 'whose < -']
      ]
    })
  })

  it('go back beyond those that asked nothing', async () => {
    assert.deepEqual(await asking(['a.txt', back, 'b.txt', 'Ana'], ['format']), {
      known: { files: 'b.txt', format: 'given', whose: 'Ana' },
      log: ['files -', 'whose < -', 'files a.txt', 'whose < -']
    })
    assert.deepEqual((await asking(['Ana'], ['files', 'format'])).log, ['whose -'])
  })

  it('end with nothing when the user leaves, or goes back from the first', async () => {
    assert.equal((await asking(['a.txt', undefined])).known, undefined)
    assert.equal((await asking([back])).known, undefined)
  })
})
