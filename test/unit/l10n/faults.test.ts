import assert from 'node:assert/strict'
import { outdatedTexts, translationFaults } from '../../../build/l10n/faults'

const english = {
  read: '{0} articles read. {1}',
  open: '$(go-to-file) Open File Again\u2026',
  link: 'Try it.\n[Open](command:a.open)'
}

describe('the faults of a translation', () => {
  it('are none of one that has every text with its values, icons and links', () => {
    const german = {
      read: '{1} {0} Artikel gelesen.',
      open: '$(go-to-file) Datei \u00F6ffnen\u2026',
      link: 'Probieren Sie es.\n[\u00D6ffnen](command:a.open)'
    }
    assert.deepEqual(translationFaults(english, german, new Set()), [])
  })

  for (const [what, changed, told] of [
    ['a text is missing', { read: undefined }, ['missing: read']],
    ['one is left over', { gone: 'weg' }, ['left over: gone']],
    ['one is empty', { open: ' ' }, ['empty: open:  ']],
    ['one is English', { open: english.open }, [`in English: open: ${english.open}`]],
    ['a value has no place', { read: '{0} gelesen' }, ['other places of values: read: {0} gelesen']],
    ['a value has two places', { read: '{0} {0} {1}' }, ['other places of values: read: {0} {0} {1}']],
    ['an icon is lost', { open: '\u00D6ffnen\u2026' }, ['other icons or links: open: \u00D6ffnen\u2026']],
    [
      'a line is lost',
      { link: 'Los [\u00D6ffnen](command:a.open)' },
      ['other line ends: link: Los [\u00D6ffnen](command:a.open)']
    ],
    [
      'a space is lost',
      { open: '$(go-to-file) \u00D6ffnen\u2026 ' },
      ['other edges: open: $(go-to-file) \u00D6ffnen\u2026 ']
    ],
    [
      'the dots are lost',
      { open: '$(go-to-file) \u00D6ffnen' },
      ['with or without the dots of a question to come: open: $(go-to-file) \u00D6ffnen']
    ]
  ] as const)
    it(`are told where ${what}`, () => {
      const sound = {
        read: '{0} {1}',
        open: '$(go-to-file) \u00D6ffnen\u2026',
        link: 'Los\n[\u00D6ffnen](command:a.open)'
      }
      const texts = Object.entries({ ...sound, ...changed }).filter(([, text]) => text !== undefined)
      assert.deepEqual(translationFaults(english, Object.fromEntries(texts) as Record<string, string>, new Set()), told)
    })

  it('are texts whose English has changed since', () => {
    const before = { read: '{0} read', link: english.link, open: english.open }
    assert.deepEqual(outdatedTexts(english, before), ['changed since it was translated: read'])
  })

  it('are not told of names that are the same in every language', () => {
    assert.deepEqual(
      translationFaults(
        { a: 'TEI P5 (XML and more)' },
        { a: 'TEI P5 (XML and more)' },
        new Set(['TEI P5 (XML and more)'])
      ),
      []
    )
  })
})
