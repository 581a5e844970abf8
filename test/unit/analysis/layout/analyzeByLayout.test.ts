import assert from 'node:assert/strict'
import { readArticle } from '../../../../src/article'
import { loadTestEngine } from '../../../engine'
import { articlesByLanguage } from '../../article/languages/articlesByLanguage'
import { processorTime } from '../../../processorTime.js'

describe('an article that is not in English', () => {
  for (const [language, quote] of Object.entries({
    de: '\u201EWir haben lange auf diesen Tag gewartet\u201C',
    fr: '\u00AB Nous attendions ce jour depuis longtemps \u00BB',
    sv: 'Vi har v\u00E4ntat l\u00E4nge p\u00E5 den h\u00E4r dagen',
    da: '\u00BBVi har ventet l\u00E6nge p\u00E5 denne dag,\u00AB',
    fi: '\u201DOlemme odottaneet t\u00E4t\u00E4 p\u00E4iv\u00E4\u00E4 pitk\u00E4\u00E4n\u201D',
    ru: '\u00AB\u041C\u044B \u0434\u043E\u043B\u0433\u043E \u0436\u0434\u0430\u043B\u0438 \u044D\u0442\u043E\u0433\u043E \u0434\u043D\u044F\u00BB',
    ja: '\u300C\u3053\u306E\u65E5\u3092\u9577\u3044\u9593\u5F85\u3063\u3066\u3044\u307E\u3057\u305F\u300D'
  }))
    it(`has the quotes that its marks show, and no names: ${language}`, async () => {
      assert.deepEqual(await read(articlesByLanguage[language]!), [`${quote} (direct)`])
    })

  it('has a speaker where a name stands before a colon or behind a dash', async () => {
    const text = [
      'Der Stadtrat hat sich am Mittwoch mit der neuen Linie und mit den Kosten befasst.',
      'Anna Berger: \u201EWir haben lange auf diesen Tag gewartet.\u201C',
      '\u201ENicht mit mir und nicht mit uns.\u201C \u2013 Karl Maier',
      'Anna Berger: \u201EDas ist nicht das letzte Wort.\u201C',
      'Das Wort \u201EHeimat\u201C ist in der Stadt nicht mehr zu h\u00F6ren.'
    ].join('\n\n')
    assert.deepEqual(await read(text), [
      'Anna Berger: \u201EWir haben lange auf diesen Tag gewartet.\u201C (direct)',
      'Karl Maier: \u201ENicht mit mir und nicht mit uns.\u201C (direct)',
      'Anna Berger: \u201EDas ist nicht das letzte Wort.\u201C (direct)'
    ])
  })

  it('has the turns of an interview', async () => {
    const text = [
      'Frage: Wann haben Sie davon geh\u00F6rt?',
      'Antwort: Am Montag, und ich war nicht froh.',
      'Frage: Was haben Sie dann getan?',
      'Antwort: Ich bin nach Hause gegangen.'
    ].join('\n')
    assert.deepEqual(await read(text), [
      'Frage: Wann haben Sie davon geh\u00F6rt? (indirect)',
      'Antwort: Am Montag, und ich war nicht froh. (indirect)',
      'Frage: Was haben Sie dann getan? (indirect)',
      'Antwort: Ich bin nach Hause gegangen. (indirect)'
    ])
  })

  it('has what is said between dashes without what is told of it', async () => {
    const text = [
      '\u0413\u043E\u0440\u043E\u0434\u0441\u043A\u043E\u0439 \u0441\u043E\u0432\u0435\u0442 \u0432 \u0441\u0440\u0435\u0434\u0443 \u043E\u0434\u043E\u0431\u0440\u0438\u043B \u0441\u0442\u0440\u043E\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u043E \u043B\u0438\u043D\u0438\u0438.',
      '\u2014 \u041C\u044B \u0434\u043E\u043B\u0433\u043E \u0436\u0434\u0430\u043B\u0438, \u2014 \u0441\u043A\u0430\u0437\u0430\u043B\u0430 \u043C\u044D\u0440. \u2014 \u0422\u0435\u043F\u0435\u0440\u044C \u043C\u044B \u0440\u0430\u0434\u044B.'
    ].join('\n\n')
    assert.deepEqual(await read(text), [
      '\u041C\u044B \u0434\u043E\u043B\u0433\u043E \u0436\u0434\u0430\u043B\u0438, \u2026 \u0422\u0435\u043F\u0435\u0440\u044C \u043C\u044B \u0440\u0430\u0434\u044B. (direct)'
    ])
  })

  it('keeps given quotes, and their sources are who says them', async () => {
    const text = articlesByLanguage['pt']!
    const start = text.indexOf('\u201CH\u00E1')
    const end = text.indexOf('\u201D') + 1
    const name = text.indexOf('Ana Costa')
    const given = {
      content: [{ start, end }],
      cue: null,
      source: [{ start: name, end: name + 9 }],
      kind: 'direct'
    } as const
    const { quotes, entities, links } = (await loadTestEngine()).analyze(readArticle(text, 'plain'), [given])
    assert.deepEqual(
      [quotes.map(({ rule }) => rule), entities.map((one) => one.name), links],
      [['given'], ['Ana Costa'], [{ speaker: 'e1', quotes: [0] }]]
    )
  })

  it('is read in time in proportion to it, however hostile', async () => {
    const engine = await loadTestEngine()
    const words = `${articlesByLanguage['de']!}\n\n`.repeat(15)
    for (const hostile of [
      '\u201E',
      '\u00AB \u00BB \u00AB ',
      '\u2013 ',
      'A: ',
      '\n\u2013 Ja. ',
      '\nB1: \u201Eja\u201C '
    ]) {
      const article = readArticle(`${words}\n\n${hostile.repeat(30_000)}`, 'plain')
      assert.equal(article.language, 'de')
      const began = processorTime()
      engine.analyze(article)
      assert.ok(processorTime() - began < 5000, JSON.stringify(hostile))
    }
  }).timeout(60_000)
})

/** Each quote with its speaker and kind. */
async function read(text: string): Promise<readonly string[]> {
  const { quotes, entities, mentions } = (await loadTestEngine()).analyze(readArticle(text, 'plain'))
  assert.deepEqual(new Set(mentions.map(({ entity }) => entity)), new Set(entities.map(({ id }) => id)))
  return quotes.map(({ content, kind, speaker }) => {
    const words = content.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ')
    const name = entities.find(({ id }) => id === speaker)?.name
    return `${name === undefined ? '' : `${name}: `}${words} (${kind})`
  })
}
