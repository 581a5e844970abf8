import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { tokenModifiers, tokenTypes } from '../../../src/editor/namedTokens'
import { settingValues, type SettingName } from '../../../src/workspace/settingValues'
import { extension, readFile } from './workbench'

interface Manifest {
  readonly contributes: {
    readonly semanticTokenTypes: readonly { id: string; superType?: string }[]
    readonly semanticTokenModifiers: readonly { id: string }[]
    readonly semanticTokenScopes?: unknown
    readonly colors: readonly { id: string; defaults: Record<string, string> }[]
    readonly commands: readonly { command: string; category: string }[]
    readonly views: Record<string, readonly { id: string }[]>
    readonly viewsContainers: Record<string, readonly { id: string; icon: string }[]>
    readonly configuration: { properties: Record<string, { default: unknown; scope?: string; description?: string }> }
    readonly menus?: Record<string, readonly { command?: string; submenu?: string }[]>
    readonly submenus?: readonly { id: string }[]
    readonly keybindings?: readonly { command: string; key: string; mac?: string; when?: string }[]
  }
}

describe('the manifest', () => {
  let source: string
  let texts: Record<string, string>
  let manifest: Manifest

  before(async () => {
    source = await read('package.json')
    manifest = JSON.parse(source) as Manifest
    texts = JSON.parse(await read('package.nls.json')) as Record<string, string>
  })

  it('has a text for every %key%, and a %key% for every text', () => {
    const used = new Set(Array.from(source.matchAll(/"%([^%"]+)%"/g), ([, key]) => key ?? ''))
    assert.deepEqual(
      [...used].filter((key) => !texts[key]),
      []
    )
    assert.deepEqual(
      Object.keys(texts).filter((key) => !used.has(key)),
      []
    )
  })

  it('names everything of ours alike', () => {
    const { commands, colors, views, viewsContainers, configuration } = manifest.contributes
    const ids = [
      ...commands.map(({ command }) => command),
      ...colors.map(({ id }) => id),
      ...Object.values(views)
        .flat()
        .map(({ id }) => id),
      ...Object.keys(configuration.properties)
    ]
    assert.deepEqual(
      ids.filter((id) => !/^articleAnnotator\.[a-z][A-Za-z]*(\.[a-z][A-Za-z0-9-]*)?$/.test(id)),
      []
    )
    assert.deepEqual(
      Object.keys(views),
      Object.values(viewsContainers)
        .flat()
        .map(({ id }) => id)
    )
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['%commands.category%'])
  })

  it('offers in menus and by keys only commands and submenus that exist', () => {
    const { commands, submenus = [], menus = {}, keybindings = [] } = manifest.contributes
    const known = new Set([...commands.map(({ command }) => command), ...submenus.map(({ id }) => id)])
    const offered = [...Object.values(menus).flat(), ...keybindings].map((item) =>
      'submenu' in item ? item.submenu : item.command
    )
    assert.deepEqual(
      offered.filter((id) => !known.has(id ?? '')),
      []
    )
    const ownMenus = Object.keys(menus).filter((menu) => menu.startsWith('articleAnnotator.'))
    assert.deepEqual(
      ownMenus,
      submenus.map(({ id }) => id)
    )
  })

  it('gives no two commands the same key, and none outside our chords, our views and a review', () => {
    const { keybindings = [] } = manifest.contributes
    for (const platform of ['key', 'mac'] as const) {
      const keys = keybindings.map((binding) => `${binding[platform] ?? binding.key} when ${binding.when}`)
      assert.deepEqual(
        keys.filter((key, index) => keys.indexOf(key) !== index),
        []
      )
    }
    const apart = keybindings.filter(
      ({ key, when = '' }) =>
        !key.startsWith('alt+a ') && !/\breviewing\b|\bfocusedView (==|=~) \S*articleAnnotator/.test(when)
    )
    assert.deepEqual(apart, [])
  })

  it('registers every command that it declares', async () => {
    const registered = new Set(await vscode.commands.getCommands(true))
    assert.deepEqual(
      manifest.contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command)),
      []
    )
  })

  it('has a default of each colour for each kind of theme', () => {
    for (const { id, defaults } of manifest.contributes.colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light'], id)
      for (const color of Object.values(defaults)) assert.match(color, /^#[0-9a-f]{6}([0-9a-f]{2})?$/i, id)
    }
  })

  it('has the token types of the legend, and leaves their colours to nobody: those of the palette are seen', () => {
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes
    assert.deepEqual(
      semanticTokenTypes.map(({ id, superType }) => [id, superType]),
      tokenTypes.map((id) => [id, undefined])
    )
    assert.deepEqual(
      semanticTokenModifiers.map(({ id }) => id),
      [...tokenModifiers]
    )
    assert.equal(semanticTokenScopes, undefined)
  })

  it('gives each setting one clear sentence, a scope, and the default that the code assumes', () => {
    for (const [id, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      const description = texts[setting.description?.replaceAll('%', '') ?? ''] ?? ''
      assert.match(description, /^[A-Z][^.]*\.$/, id)
      assert.ok(setting.scope, `${id} has no scope`)
      assert.deepEqual(vscode.workspace.getConfiguration().inspect(id)?.defaultValue, setting.default, id)
      const known = settingValues[id.replace('articleAnnotator.', '') as SettingName] as
        { fallback: unknown } | undefined
      assert.deepEqual(known?.fallback, setting.default, `the code assumes another default of ${id}`)
    }
  })
})

async function read(file: string): Promise<string> {
  return readFile(vscode.Uri.joinPath(extension().extensionUri, file))
}
