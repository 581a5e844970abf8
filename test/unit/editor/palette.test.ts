import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { highlightIds, leftOutTone, palette, quoteEdge, quoteShade, type PaletteId } from '../../../src/protocol/common'
import { paletteColors } from '../../../src/util/paletteColors'
import { root } from '../../host/places.mjs'
import { contrast, difference, onBackground, seenWith, visions } from './colorVision'

interface Manifest {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[]
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly type: string }>> }
  }
}

/** Of VS Code's stock themes: editor, sidebar, and the least contrast that text must have there. */
const themes = {
  light: { backgrounds: ['#ffffff', '#f8f8f8'], text: 4.5, lines: 3 },
  dark: { backgrounds: ['#1f1f1f', '#181818'], text: 4.5, lines: 3 },
  highContrast: { backgrounds: ['#000000'], text: 7, lines: 4.5 },
  highContrastLight: { backgrounds: ['#ffffff'], text: 7, lines: 4.5 }
} as const

const names = ['person', 'organization', 'group', 'place', 'actingPlace'] as const
const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest

describe('the palette', () => {
  it('is what the manifest contributes', () => {
    assert.deepEqual(
      contributes.colors.map(({ id }) => id),
      [...Object.values(palette), quoteShade, quoteEdge, leftOutTone].map(({ color }) => color)
    )
    for (const { color, css } of [...Object.values(palette), quoteShade, quoteEdge, leftOutTone])
      assert.equal(css, `--vscode-${color.replace('.', '-')}`)
  })

  it('is the same for what no theme reaches', () => {
    const name = (id: string) => id.replace('articleAnnotator.', '')
    assert.deepEqual(
      paletteColors,
      Object.fromEntries(contributes.colors.map(({ id, defaults }) => [name(id), defaults]))
    )
  })

  it('has a switch of the settings for each highlight', () => {
    const { properties } = contributes.configuration
    for (const id of highlightIds) assert.equal(properties[`articleAnnotator.highlight.${id}`]?.type, 'boolean', id)
  })

  it('tells neighbours apart without colour', () => {
    const lines = (ids: readonly PaletteId[]) => ids.map((id) => palette[id].line)
    for (const neighbours of [
      names,
      ['directQuote', 'mixedQuote', 'indirectQuote'],
      ['source', 'cue']
    ] satisfies (readonly PaletteId[])[])
      assert.equal(new Set(lines(neighbours)).size, neighbours.length, neighbours.join(', '))
  })

  it('draws below direct quotes what nothing else of a quote has', () => {
    const others = (['mixedQuote', 'indirectQuote', 'attitude', 'source', 'cue'] as const).map((id) => palette[id].line)
    assert.ok(!others.some((line) => line === quoteEdge.line))
  })

  for (const [theme, { backgrounds, text, lines }] of Object.entries(themes)) {
    it(`can be read in ${theme}, also on the shade of a quote`, () => {
      for (const background of backgrounds.map((hex) => onBackground(hex))) {
        const shaded = onBackground(colorOf(quoteShade.color, theme), background)
        for (const id of Object.keys(palette) as PaletteId[]) {
          const isText = names.some((name) => name === id)
          for (const ground of isText ? [background, shaded] : [background]) {
            const found = contrast(onBackground(colorOf(palette[id].color, theme)), ground)
            assert.ok(found >= (isText ? text : lines), `${id} has a contrast of ${found.toFixed(2)}`)
          }
        }
      }
    })

    it(`has a softer tone in ${theme} that can be read`, () => {
      const soft = onBackground(colorOf(leftOutTone.color, theme))
      for (const background of backgrounds.map((hex) => onBackground(hex)))
        assert.ok(contrast(soft, background) >= text, contrast(soft, background).toFixed(2))
    })

    it(`shows in ${theme} where a direct quote begins and ends`, () => {
      for (const background of backgrounds.map((hex) => onBackground(hex))) {
        const edge = contrast(onBackground(colorOf(quoteEdge.color, theme), background), background)
        const shade = contrast(onBackground(colorOf(quoteShade.color, theme), background), background)
        assert.ok(Math.max(edge, shade) >= (theme.startsWith('high') ? 4.5 : 1.05), `${edge}, ${shade}`)
      }
    })

    for (const [vision, matrix] of Object.entries(visions)) {
      it(`tells colours apart in ${theme} with ${vision}`, () => {
        const seen = (id: PaletteId) => seenWith(matrix, onBackground(colorOf(palette[id].color, theme)))
        const apart = (a: PaletteId, b: PaletteId, least: number) => {
          const found = difference(seen(a), seen(b))
          assert.ok(found >= least, `${a} and ${b} are ${found.toFixed(1)} apart`)
        }
        const types = ['person', 'organization', 'group', 'place'] as const
        types.forEach((a, index) => types.slice(index + 1).forEach((b) => apart(a, b, 10)))
        apart('directQuote', 'mixedQuote', 7.5)
        apart('mixedQuote', 'indirectQuote', 7.5)
        apart('directQuote', 'indirectQuote', 15)
        apart('source', 'cue', 7.5)
      })
    }
  }

  it('colours an acting place as the place that it is', () => {
    for (const theme of Object.keys(themes))
      assert.equal(colorOf(palette.actingPlace.color, theme), colorOf(palette.place.color, theme), theme)
  })

  it('is all that colours the text: the grammar has no scope that themes colour', () => {
    for (const file of ['article.tmLanguage.json', 'article.markdown-injection.tmLanguage.json']) {
      const grammar = readFileSync(join(root, 'syntaxes', file), 'utf8')
      const scopes = Array.from(grammar.matchAll(/"name": "([^"]+)"/g), ([, scope]) => scope ?? '')
      assert.ok(scopes.length > 10)
      assert.deepEqual(
        scopes.filter(
          (scope) =>
            scope !== 'News article' && !/^meta\.(quotation|dateline|byline|title|paragraph|turn)\./.test(scope)
        ),
        []
      )
    }
  })
})

describe('the difference of two colours', () => {
  it('is that of CIEDE2000', () => {
    const [red, green, blue] = ['#ff0000', '#00ff00', '#0000ff'].map((hex) => onBackground(hex))
    assert.equal(difference(red!, green!).toFixed(1), '86.6')
    assert.equal(difference(green!, blue!).toFixed(1), '83.2')
    assert.equal(difference(blue!, red!).toFixed(1), '52.9')
  })
})

function colorOf(id: string, theme: string): string {
  return contributes.colors.find((color) => color.id === id)?.defaults[theme] ?? assert.fail(`${id} in ${theme}`)
}
