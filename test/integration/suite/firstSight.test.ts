import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { registerFirstSight, type FirstSight } from '../../../src/commands/firstSight'
import type { OpenArticle } from '../../../src/workspace/articleDocuments'
import { closeAllEditors, eventually, showText } from './workbench'

describe('the first sight', () => {
  const setting = () => vscode.workspace.getConfiguration('workbench.welcomePage.walkthroughs')
  const analyzed = new vscode.EventEmitter<OpenArticle>()
  const documents = { onDidAnalyze: analyzed.event }
  const registrations: vscode.Disposable[] = []
  let kept: Map<string, unknown>
  let shown: string[]

  beforeEach(async () => {
    await setting().update('openOnInstall', true, vscode.ConfigurationTarget.Global)
    kept = new Map()
    shown = []
  })
  afterEach(async () => {
    for (const registration of registrations.splice(0)) registration.dispose()
    await setting().update('openOnInstall', undefined, vscode.ConfigurationTarget.Global)
    await closeAllEditors()
  })

  it('of an article shows the sidebar and offers the walkthrough, once', async () => {
    open({ wants: true })
    analyzed.fire(await article({ quotes: 1 }))
    analyzed.fire(await article({ quotes: 2 }))
    await told(['sidebar', 'offer', 'walkthrough'])
  })

  it('opens no walkthrough for whoever says not now, and does not ask again in the next session', async () => {
    open({ wants: false })
    analyzed.fire(await article({ quotes: 1 }))
    await told(['sidebar', 'offer'])
    open({ wants: true })
    analyzed.fire(await article({ quotes: 1 }))
    assert.deepEqual(shown, ['sidebar', 'offer'])
  })

  it('waits for an article with something in it that is in sight', async () => {
    open({ wants: false })
    analyzed.fire(await article({ quotes: 0 }))
    analyzed.fire({ ...(await article({ quotes: 1 })), uri: vscode.Uri.parse('untitled:hidden.txt') })
    assert.deepEqual(shown, [])
    analyzed.fire(await article({ quotes: 1 }))
    await told(['sidebar', 'offer'])
  })

  it('leaves those in peace who want no walkthroughs', async () => {
    await setting().update('openOnInstall', false, vscode.ConfigurationTarget.Global)
    open({ wants: true })
    analyzed.fire(await article({ quotes: 1 }))
    assert.deepEqual([shown, kept.size], [[], 0])
  })

  function open({ wants }: { readonly wants: boolean }): void {
    const say = (what: string) => Promise.resolve(void shown.push(what))
    const sight: FirstSight = {
      showSidebar: () => say('sidebar'),
      offerWalkthrough: () => say('offer').then(() => wants),
      openWalkthrough: () => say('walkthrough')
    }
    const state = {
      get: <T>(key: string): T | undefined => kept.get(key) as T | undefined,
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value))
    }
    registrations.push(registerFirstSight(state, documents, sight))
  }

  async function article({ quotes }: { readonly quotes: number }): Promise<OpenArticle> {
    const { document } = await showText('Nobody said anything.')
    const analysis = { mentions: [], entities: [], links: [], quotes: Array.from({ length: quotes }, () => ({})) }
    return { uri: document.uri, analysis } as unknown as OpenArticle
  }

  async function told(expected: readonly string[]): Promise<void> {
    await eventually(
      'the first sight',
      () => shown,
      (found) => found.length >= expected.length
    )
    assert.deepEqual(shown, expected)
  }
})
