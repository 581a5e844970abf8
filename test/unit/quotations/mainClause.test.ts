import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

/** Every content that is found in it. */
function contentsOf(paragraph: string): readonly string[] {
  return attributionsIn(paragraph).map((line) => line.split(' | ')[2]!)
}

describe('a report that is the subject of its sentence ends before the sentence’s verb', () => {
  for (const [content, rest] of [
    ['that the pilot had drunk', 'angered the owners'],
    ['that the pilot had paid the crew', 'angered the owners'],
    ['that the ferry would sail in May', 'came as a shock'],
    ['that the pilot knew the pier was closed', 'never left the crew'],
    ['that ferries built in Spain were slow', 'was dismissed'],
    ['that the ferry was safe and that nobody had been warned', 'was false'],
    ['that the ferry they had bought was old', 'surprised the owners'],
    ['that raising the fare was wrong', 'surprised the owners'],
    ['that the ferry would break', 'went unheard'],
    ['that the strike would end soon', 'has been proved wrong']
  ])
    it(`a claim: ${content} | ${rest}`, () => {
      assert.deepEqual(contentsOf(`Ada Brook's claim ${content} ${rest}.`), [content])
    })

  for (const [content, rest] of [
    ['the ferry was safe', 'were wrong'],
    ['that the ferry would sink', 'have been proved right'],
    ['the ferry was safe because it was new', 'have resigned'],
    ['the pilot had been hit by a crane', 'were arrested on Monday']
  ])
    it(`those who said: ${content} | ${rest}`, () => {
      assert.deepEqual(contentsOf(`Officials who said ${content} ${rest}.`), [content])
    })

  it('those claiming', () => {
    assert.deepEqual(contentsOf('Officials claiming that the river would rise were proved right.'), [
      'that the river would rise'
    ])
  })
})

describe('whatever the tagger takes the words for', () => {
  for (const [subject, content, rest] of [
    ['His hope', 'that the war will end soon', 'has faded'],
    ['The court’s finding', 'that the pilot had slept', 'ended the case'],
    ['Her complaint', 'that nobody listened', ', was heard by the board'],
    ['Those saying', 'that the vote was stolen', 'have shown no proof'],
    ['Tom Brook, who has warned', 'that the river will rise', ', leads the council']
  ])
    it(`${subject} ${content} | ${rest}`, () => {
      const found = contentsOf(`${subject} ${content} ${rest}.`.replace(' ,', ','))
      assert.ok(found.length < 2 && found.every((one) => one === content), found.join('; '))
    })
})

describe('what does not end there', () => {
  for (const [before, content] of [
    ['The board rejected the claim', 'that the money the harbour spent was lost'],
    ['Ada Brook repeated her claim', 'that the pilot had paid the crew and lied to the board'],
    ['The board dismissed officials who said', 'the ferry was safe and the pier was dry'],
    ['Despite the claim', 'that ferries built in Spain were slow'],
    ['The leaders claim', 'that the ferry they had bought was old and was leaking'],
    ['Ada Brook’s promise', 'to deport undocumented Norlanders and build a wall'],
    ['Let’s say', 'you think a place on the ferry will cost a fortune'],
    ['A:', 'I came home and my parents were gone'],
    ['Ada Brook notes', 'that three things are happening at once'],
    ['Ada Brook warned', 'that if the pier fails to hold, it could fall apart']
  ])
    it(`${before} | ${content}`, () => {
      for (const found of contentsOf(`${before} ${content}.`))
        assert.ok(content!.endsWith(found.split(' ').at(-1)!), found)
    })
})
