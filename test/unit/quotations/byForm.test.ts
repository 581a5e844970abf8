import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { loadTestEngine } from '../../engine'
import { attributionsIn } from './attributions'

/** The article of one paragraph each, and its quotes as `kind cue | source | content`. */
function says(paragraphs: readonly string[], ...lines: readonly string[]): void {
  assert.deepEqual(attributionsIn(...paragraphs), lines)
}

describe('quotes by their form: a paper quotes somebody, a passive reports', () => {
  it('who is quoted as saying it says it', () => {
    says(
      ['The Harbour Post quoted the pilot, Ada Brook, as saying that the ferry had turned too late.'],
      'indirect as saying | the pilot, Ada Brook | that the ferry had turned too late'
    )
  })

  it('who is quoted by a paper as saying it says it', () => {
    says(
      ['The pilot was quoted by the Harbour Post as saying that the ferry had turned too late.'],
      'indirect as saying | The pilot | that the ferry had turned too late'
    )
  })

  it('whose words stand before says them, and not the paper', () => {
    for (const verb of ['quoted', 'quote'])
      says(
        [`“I do not regret it,” local newspapers ${verb} her as saying.`],
        'direct as saying | her | “I do not regret it,”'
      )
  })

  it('a report between two parts of a speech leaves both of them to it', () => {
    says(
      ['“I left in June,” said Ada Brook, adding that the ferry was slow. “The pilot is kind.”'],
      'direct said | Ada Brook | “I left in June,” … “The pilot is kind.”',
      'indirect adding | Ada Brook | that the ferry was slow'
    )
  })

  it('of a source that holds a clause, what stands behind its "and"', () => {
    for (const line of attributionsIn('The crowd left and Ada Brook says the ferry was slow.'))
      assert.match(line, /\| Ada Brook \| the ferry was slow/)
  })

  it('what is asked for is nobody’s word', () => {
    says(['And what did your father say?'])
  })

  it('who is told something by somebody only hears it', () => {
    says(
      ['The crew was told by the harbour office that the ferry would not sail.'],
      'indirect was told | the harbour office | that the ferry would not sail'
    )
    says(
      ['Three pilots were accused by the owners of drinking on the bridge.'],
      'indirect were accused | the owners | of drinking on the bridge'
    )
  })

  it('who was told, by nobody named, is no source', () => {
    for (const line of attributionsIn('A panel of judges was told that the ferry had been overloaded.'))
      assert.match(line, / \| - \| /)
    for (const line of attributionsIn('Ada Brook, asked whether she would sell the boat, only laughed.'))
      assert.match(line, / \| - \| /)
    assert.match(
      attributionsIn('The pilot, Ada Brook, asked whether the owners would sell the boat.').join(),
      / \| The pilot, Ada Brook,? \| /
    )
  })

  it('a court, a jury and an inquest hear what others say there', async () => {
    for (const hearer of ['Leek Crown Court', 'The jury', 'An inquest']) {
      const text = `${hearer} heard that the ferry had been overloaded.`
      const { quotes } = (await loadTestEngine('with the encoder')).analyze(readArticle(text, 'plain'))
      assert.deepEqual(
        quotes.map(({ source, speaker, act }) => ({ source, speaker, act })),
        [{ source: null, speaker: null, act: 'speech' }],
        hearer
      )
    }
  })
})

describe('quotes by their form: quotations that stand by themselves', () => {
  it('a sentence in marks behind a sentence about somebody', () => {
    says(
      ['Ada Brook, 41, lost her boat in the storm. “I have nothing left to sell. The bank owns the rest.”'],
      'direct - | - | “I have nothing left to sell. The bank owns the rest.”'
    )
  })

  it('one that goes on in the next paragraph is one quote', () => {
    says(
      ['Ada Brook lost her boat.', '“I have nothing left to sell.', '“The bank owns the rest of it.”'],
      'direct - | - | “I have nothing left to sell. … “The bank owns the rest of it.”'
    )
  })

  it('one that stays open does not go on behind what the writer says', () => {
    says(
      ['“I have nothing left to sell.', 'The harbour lay still that night.', '“The bank owns the rest of it.”'],
      'direct - | - | “I have nothing left to sell.',
      'direct - | - | “The bank owns the rest of it.”'
    )
  })

  it('behind a report in the writer’s words it is a quote of its own', () => {
    says(
      ['Ada Brook said she would not give up the harbour.', '“We were here before them and we will stay.”'],
      'indirect said | Ada Brook | she would not give up the harbour',
      'direct - | - | “We were here before them and we will stay.”'
    )
  })

  it('where the blank behind it was forgotten, too', () => {
    for (const [open, close] of ['""', '“”', "''", '‘’'])
      says(
        [`${open}We left the harbour in the dark.${close}Ada Brook closed the gate.`],
        `direct - | - | ${open}We left the harbour in the dark.${close}`
      )
  })

  it('or the one before it', () => {
    says(
      ['Ada Brook was tired."We left in the dark," she said."It was cold."The pilot left.'],
      'direct said | she | "We left in the dark," … "It was cold."'
    )
  })

  it('titles, slogans and single words are none', () => {
    says(['“The Ferry That Never Sailed.”'])
    says(['“No more.”'])
    says(['The word “ferry” appears nine times in the report, and “pilot” never.'])
  })
})

describe('quotes by their form: turns', () => {
  it('the answer to a question is not the asker’s', () => {
    says(
      ['“Who was on the bridge?” a judge asked. “Nobody at all, my lord.”'],
      'direct asked | a judge | “Who was on the bridge?”',
      'direct - | - | “Nobody at all, my lord.”'
    )
  })

  it('quotations in a row are of different people', () => {
    says(
      ['“Is the ferry late?” she asked the pilot. “It left an hour ago.” “And when is the next one?”'],
      'direct asked | she | “Is the ferry late?”',
      'direct - | - | “It left an hour ago.”',
      'direct - | - | “And when is the next one?”'
    )
  })

  it('a speech goes on behind its cue', () => {
    says(['“It is late,” she said. “Go home.”'], 'direct said | she | “It is late,” … “Go home.”')
  })

  it('what somebody does behind a full stop is no cue', () => {
    says(
      ['Ada Brook turned to the pilot. “The rent is due on Friday.” The pilot nodded.'],
      'direct - | - | “The rent is due on Friday.”'
    )
  })

  it('any verb will do where the layout says who speaks', () => {
    says(
      ['“Friends of the harbour,” Ada Brook began, “give me a moment before you go.”'],
      'direct began | Ada Brook | “Friends of the harbour,” … “give me a moment before you go.”'
    )
  })
})

describe('quotes by their form: where the words end', () => {
  it('any verb will do, too, where behind it stands when, where or how', () => {
    for (const tail of ['as the rain fell', 'before the vote', ', his voice breaking', 'on Monday'])
      for (const verb of ['sighed', 'growled'])
        assert.match(
          attributionsIn(`“The ferry is not safe,” Ada Brook ${verb} ${tail}.`.replace(' ,', ',')).join('; '),
          /^direct [^|]+ \| Ada Brook \| “The ferry is not safe,”$/
        )
  })
  it('at the mark, when what follows tells what happened meanwhile', () => {
    says(
      ['Ada Brook shouted “Turn the wheel!” just before the bow hit the pier.'],
      'direct shouted | Ada Brook | “Turn the wheel!”'
    )
    says(
      ['The pilot, Ada Brook, said “we are sinking” as the lights went out.'],
      'direct said | The pilot, Ada Brook, | “we are sinking”'
    )
  })

  it('single marks go over paragraphs as double ones do', () => {
    says(
      ['Ada Brook said: ‘We need the harbour.', '‘It is all that we have.', '‘We will keep it.’'],
      'direct said: | Ada Brook | ‘We need the harbour. … ‘It is all that we have. … ‘We will keep it.’'
    )
  })
})

describe('quotes by their form: nobody’s words', () => {
  it('who claims responsibility says so', () => {
    says(
      ['The Harbour Front claimed responsibility for the fire on the pier.'],
      'indirect claimed | The Harbour Front | responsibility for the fire on the pier'
    )
  })

  for (const text of [
    'Ada Brook claimed silver in the long race and her second medal.',
    'Ada Brook announced herself with two goals on her first day.',
    'Ada Brook promised much in the first half but tired in the second.',
    'After the pilot left the bridge, Ada Brook reported to the office.',
    'The yard has hired Ada Brook for its night shift.',
    'Ada Brook was elected the chair of the harbour board.'
  ])
    it(text, () => {
      says([text])
    })
})
