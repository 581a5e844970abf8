import assert from 'node:assert/strict'
import fc from 'fast-check'
import { decodeText, type Encoding } from '../../../src/article'
import { encoded } from './encoded'

const english =
  '\u201CNo,\u201D said Zo\u00EB Brandt. \u201CWe don\u2019t know yet \u2014 it\u2019s too early.\u201D The mayor said no more.'

/** What each text must be read as from the bytes of each encoding. */
const articles: readonly (readonly [what: string, text: string, encodings: readonly Encoding[]])[] = [
  ['English', english, ['windows-1252', 'macintosh', 'utf-8', 'utf-16le', 'utf-16be']],
  ['one accent', 'The caf\u00E9 opened on Monday, the mayor said.', ['windows-1252', 'iso-8859-15', 'macintosh']],
  ['one apostrophe', 'The mayor doesn\u2019t know, she said on Monday.', ['windows-1252', 'macintosh']],
  ['a dateline', 'ELMSHAVEN \u2014 Two people were hurt, police said.', ['windows-1252', 'macintosh']],
  [
    'German',
    'Die W\u00F6rter sind sch\u00F6n, sagte M\u00FCller \u00FCber die Stra\u00DFe in K\u00F6ln.',
    ['windows-1252', 'macintosh']
  ],
  [
    'French',
    'Le pr\u00E9sident a d\u00E9clar\u00E9 \u00E0 l\u2019Assembl\u00E9e que \u00AB tout \u00E9tait pr\u00EAt \u00BB.',
    ['windows-1252', 'macintosh']
  ],
  [
    'Spanish',
    'El se\u00F1or N\u00FA\u00F1ez dijo: \u00AB\u00BFQu\u00E9 pas\u00F3 el a\u00F1o pasado?\u00BB',
    ['windows-1252', 'macintosh']
  ],
  [
    'Polish',
    '\u0141ukasz powiedzia\u0142, \u017Ce \u017C\u00F3\u0142w nie mo\u017Ce by\u0107 wi\u0119kszy, m\u00F3wi\u0142 \u015Bpiewaj\u0105co Pawe\u0142.',
    ['windows-1250', 'iso-8859-2']
  ],
  [
    'Czech',
    'P\u0159\u00EDli\u0161 \u017Elu\u0165ou\u010Dk\u00FD k\u016F\u0148 \u00FAp\u011Bl \u010F\u00E1belsk\u00E9 \u00F3dy, \u0159ekl starosta.',
    ['windows-1250', 'iso-8859-2']
  ],
  [
    'Russian',
    '\u041F\u0440\u0435\u0437\u0438\u0434\u0435\u043D\u0442 \u0420\u043E\u0441\u0441\u0438\u0438 \u0441\u043A\u0430\u0437\u0430\u043B \u0432 \u043F\u043E\u043D\u0435\u0434\u0435\u043B\u044C\u043D\u0438\u043A, \u0447\u0442\u043E \u043F\u0435\u0440\u0435\u0433\u043E\u0432\u043E\u0440\u044B \u0431\u0443\u0434\u0443\u0442 \u043F\u0440\u043E\u0434\u043E\u043B\u0436\u0435\u043D\u044B.',
    ['windows-1251', 'koi8-r', 'iso-8859-5', 'utf-16le', 'utf-16be']
  ],
  [
    'Japanese',
    '\u9996\u76F8\u306F\u6708\u66DC\u65E5\u306B\u3001\u30B8\u30E5\u30CD\u30FC\u30D6\u3067\u306E\u5354\u8B70\u3092\u7D9A\u3051\u308B\u3068\u8FF0\u3079\u305F\u3002\u653F\u5E9C\u306F\u6765\u9031\u3082\u4F1A\u8B70\u3092\u958B\u304F\u3002',
    ['shift_jis', 'euc-jp']
  ],
  [
    'Chinese',
    '\u603B\u7406\u5468\u4E00\u8868\u793A\uFF0C\u8C08\u5224\u5C06\u5728\u65E5\u5185\u74E6\u7EE7\u7EED\u8FDB\u884C\u3002\u653F\u5E9C\u8BA1\u5212\u4E0B\u5468\u518D\u6B21\u4E3E\u884C\u4F1A\u8BAE\u3002',
    ['gb18030']
  ]
]

describe('the encoding of a file', () => {
  for (const [what, text, encodings] of articles)
    for (const encoding of encodings)
      it(`${what} in ${encoding} is read right`, () => {
        const read = decodeText(encoded(text, encoding))
        assert.ok('text' in read)
        assert.equal(read.text, text)
        assert.equal(read.isDamaged, false)
      })

  it('is named', () => {
    const named = (text: string, encoding: Encoding) => {
      const read = decodeText(encoded(text, encoding))
      return 'text' in read ? [read.encoding, read.isDoubtful] : read.problem
    }
    assert.deepEqual(named(english, 'windows-1252'), ['windows-1252', false])
    assert.deepEqual(named(english, 'macintosh'), ['macintosh', false])
    assert.deepEqual(named(english, 'utf-8'), ['utf-8', false])
    assert.deepEqual(named(english, 'utf-16le'), ['utf-16le', false])
  })

  it('is doubtful where two encodings read equally well', () => {
    // Mac Roman has an accented o where Windows-1252 has an s with a caron.
    const read = decodeText(encoded('H\u00F6lstein is a town.', 'macintosh'))
    assert.ok('text' in read && read.isDoubtful)
  })

  it('stays UTF-8 whatever a text has in it (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const file = new TextEncoder().encode(`a${text.replaceAll(/[\0\r]/g, '')}`)
        const read = decodeText(file)
        assert.ok('text' in read)
        assert.deepEqual([read.text, read.encoding, read.isDamaged], [new TextDecoder().decode(file), 'utf-8', false])
      })
    )
  })

  it('stays UTF-8 where a few bytes are damaged or the end is cut off', () => {
    const whole = new TextEncoder().encode(`${english} ${english}`)
    const damaged = Uint8Array.from(whole)
    damaged[damaged.indexOf(0xe2) + 1] = 0x41
    const cut = whole.subarray(0, whole.lastIndexOf(0xe2) + 2)
    for (const file of [damaged, cut]) {
      const read = decodeText(file)
      assert.ok('text' in read)
      assert.deepEqual([read.encoding, read.isDamaged], ['utf-8', true])
    }
  })

  it('an accented letter at the end is no cut UTF-8', () => {
    const read = decodeText(encoded('They met at a caf\u00E9', 'windows-1252'))
    assert.ok('text' in read)
    assert.deepEqual([read.text, read.encoding], ['They met at a caf\u00E9', 'windows-1252'])
  })

  it('reads English with the punctuation and the names of news from Windows-1252 and Mac Roman (property)', () => {
    const sentence = fc.constantFrom(
      '\u201CNobody asked us,\u201D said Jos\u00E9 N\u00FA\u00F1ez.',
      'The mayor\u2019s office didn\u2019t answer.',
      'Zo\u00EB M\u00FCller \u2014 the engineer \u2014 agreed.',
      'It cost \u00A35 million.',
      'She called it \u201Ca na\u00EFve plan\u201D\u2026',
      'Fran\u00E7ois wouldn\u2019t say.',
      'Two people were hurt, police said.'
    )
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<Encoding>('windows-1252', 'macintosh'),
        (sentences, encoding) => {
          const text = sentences.join(' ')
          const read = decodeText(encoded(text, encoding))
          assert.ok('text' in read)
          assert.equal(read.text, text)
        }
      )
    )
  })

  it('is none where the bytes read like no text', () => {
    const noise = Uint8Array.from({ length: 2000 }, (_, at) => 1 + ((at * at * 31 + at * 17) % 255))
    assert.deepEqual(decodeText(noise), { problem: 'binary' })
  })

  it('is looked for in a sample: bytes above ASCII in a long file', () => {
    const text = `${'word '.repeat(200_000)}\n${english}`
    const read = decodeText(encoded(text, 'windows-1252'))
    assert.ok('text' in read)
    assert.equal(read.text === text, true)
  })
})
