import assert from 'node:assert/strict'
import { overviewContent, firstWanted } from '../../../src/overview/overviewContent.js'
import type { HostEvent } from '../../../src/protocol/overview/index.js'
import { study } from '../../../src/study/study.js'
import { emitter } from '../../../src/util/emitter.js'
import type { FolderSnapshot } from '../../../src/workspace/folderArticle.js'
import { exampleArticle, exampleFolder } from '../sidebar/example.js'
import { memoryKept, plainSettings } from '../study/memoryStudy.js'
import { MemoryAnnotations } from '../workspace/memoryAnnotations'
import { eventually } from '../workspace/memoryWorkspace'

const note = exampleArticle('note.txt', 'A note\n\n"I know nothing," said Ann Reed.\n', {
  entities: [{ type: 'person', name: 'Ann Reed', mentions: ['Ann Reed'] }],
  quotes: [{ content: '"I know nothing,"', speaker: 'Ann Reed' }]
})

describe('what the overview posts', () => {
  const opened: { dispose(): void }[] = []
  afterEach(() => {
    for (const disposable of opened.splice(0).reverse()) disposable.dispose()
  })

  function overview(snapshot: FolderSnapshot | undefined) {
    const changed = emitter()
    let present = snapshot
    let reopened = 0
    const folder = {
      get state() {
        return present ? ({ kind: 'ready', complete: true } as const) : ({ kind: 'unread' } as const)
      },
      reopen() {
        reopened++
        return Promise.resolve()
      },
      articles: () => present?.articles ?? [],
      snapshot: () => present,
      onDidChange: changed.event
    }
    const annotations = new MemoryAnnotations()
    const events: HostEvent[] = []
    const shown = study({ folder, annotations, settings: plainSettings, kept: memoryKept() })
    const content = overviewContent({
      folder,
      study: shown,
      isOpen: () => true,
      post: (event) => events.push(event),
      onFailure: (error) => assert.fail(String(error))
    })
    opened.push(changed, annotations, shown, content)
    const told = () =>
      events.flatMap((event) =>
        event.kind === 'state'
          ? `${event.state.reading.kind} "${event.state.filter}" ${event.state.picture?.kind}: ${event.state.quotes} in ${event.state.articles}`
          : []
      )
    return {
      content,
      filter: shown.filter,
      told,
      reopened: () => reopened,
      replace: (next: FolderSnapshot) => {
        present = next
        changed.fire()
      },
      posted: (count: number) => eventually(told, (lines) => lines.length >= count)
    }
  }

  it('is nothing before the page asks, and then the picture that it asks for', async () => {
    const { content, told, posted, filter } = overview(exampleFolder(note))
    filter.set('ann')
    filter.set('')
    assert.deepEqual(told(), [])
    content.show(firstWanted)
    await posted(1)
    content.show({ ...firstWanted, picture: 'network' })
    assert.deepEqual(await posted(2), ['read "" matrix: 1 in 1', 'read "" network: 1 in 1'])
  })

  it('follows the filter and the folder', async () => {
    const { content, posted, filter, replace } = overview(exampleFolder(note))
    content.show(firstWanted)
    await posted(1)
    filter.set('source:"Bo"')
    await posted(2)
    replace(
      exampleFolder(
        note,
        exampleArticle('b.txt', 'B\n\n"Yes," said Bo.\n', {
          entities: [{ type: 'person', name: 'Bo', mentions: ['Bo'] }],
          quotes: [{ content: '"Yes,"', speaker: 'Bo' }]
        })
      )
    )
    assert.deepEqual(await posted(3), [
      'read "" matrix: 1 in 1',
      'read "source:"Bo"" matrix: 0 in 0',
      'read "source:"Bo"" matrix: 1 in 1'
    ])
  })

  it('says that nothing is read yet, and opens what an earlier session has read', async () => {
    const { content, posted, replace, reopened } = overview(undefined)
    content.show(firstWanted)
    assert.deepEqual(await posted(1), ['unread "" undefined: 0 in 0'])
    assert.equal(reopened(), 1)
    replace(exampleFolder(note))
    assert.equal((await posted(2)).at(-1), 'read "" matrix: 1 in 1')
  })

  it('is nothing while the page is hidden', async () => {
    const { content, told, posted, filter } = overview(exampleFolder(note))
    content.show(firstWanted)
    await posted(1)
    content.hide()
    filter.set('kind:direct')
    content.show({ ...firstWanted, picture: 'map' })
    await posted(2)
    assert.deepEqual(told(), ['read "" matrix: 1 in 1', 'read "kind:direct" map: 1 in 1'])
  })
})
