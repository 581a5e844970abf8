import assert from 'node:assert/strict'
import { join } from 'node:path'
import { URI } from 'vscode-uri'
import { annotationFolders, pathBelow } from '../../../../src/cli/annotationFolders'
import { isFolder } from '../../../../src/cli/articleFiles'
import { nearestHomes } from '../../../../src/workspace/annotations/nearestHomes'
import { withFolder } from '../../cli/folder'

const articles = ['a.txt', 'news/b.txt', 'news/deep/c.txt', 'other/d.txt']

describe('the home of what is decided about an article', () => {
  it('is the nearest folder with annotations, for the window as for the command line', async () => {
    const files = { '.annotations/project.jsonld': '', 'news/.annotations/b.txt/ann.jsonld': '' }
    await withFolder({ ...files, ...Object.fromEntries(articles.map((name) => [name, ''])) }, async (folder) => {
      const root = URI.file(folder)
      const homes = nearestHomes({ rootOf: () => root, isAnnotated: hasAnnotations })
      await homes.find(articles.map((name) => URI.file(join(folder, name))))
      const inWindow = articles.map((name) => {
        const home = homes.homeOf(URI.file(join(folder, name)))!
        return `${URI.parse(home.folder).fsPath.slice(folder.length)}: ${home.path}`
      })
      assert.deepEqual(inWindow, [': a.txt', '/news: b.txt', '/news: deep/c.txt', ': other/d.txt'])
      const folders = annotationFolders({ failed: () => Promise.resolve() })
      const onCommandLine = articles.map(async (name) => {
        const path = join(folder, name)
        const home = (await folders.of({ path, name }))!
        return `${home.root.slice(folder.length)}: ${pathBelow(home, path)}`
      })
      assert.deepEqual(await Promise.all(onCommandLine), inWindow)
    })
  })

  it('is not above the folder of the workspace, which is the home without another', async () => {
    const { homes, find } = homesWith(['file:///', 'file:///a'], 'file:///a/b')
    assert.equal(await find('file:///a/b/c/d.txt'), 'file:///a/b c/d.txt')
    assert.equal(await find('file:///a/b/d.txt'), 'file:///a/b d.txt')
    assert.deepEqual(homes.found(), [])
  })

  it('outside of a workspace is the nearest above, or else the folder of the article', async () => {
    assert.equal(await homesWith(['file:///a']).find('file:///a/b/c.txt'), 'file:///a b/c.txt')
    assert.equal(await homesWith([]).find('file:///a/b/c.txt'), 'file:///a/b c.txt')
    assert.equal(await homesWith(['file:///']).find('file:///c.txt'), 'file:/// c.txt')
    assert.equal(await homesWith([]).find('memfs:/c.txt'), 'memfs:/ c.txt')
  })

  it('stays the same while a window is open, until a folder is renamed', async () => {
    const annotated: string[] = []
    const { homes, find } = homesWith(annotated, 'file:///a')
    assert.equal(await find('file:///a/b/c.txt'), 'file:///a b/c.txt')
    annotated.push('file:///a/b')
    homes.add(URI.parse('file:///a/b'))
    assert.equal(await find('file:///a/b/c.txt'), 'file:///a b/c.txt')
    homes.forget(URI.parse('file:///a/b'))
    assert.equal(await find('file:///a/b/c.txt'), 'file:///a/b c.txt')
    assert.deepEqual(homes.found(), ['file:///a/b'])
  })

  it('asks about each folder once, however many articles it has', async () => {
    const asked: string[] = []
    const homes = nearestHomes({
      rootOf: () => URI.parse('file:///a'),
      isAnnotated: (folder) => Promise.resolve(asked.push(folder.path) < 0)
    })
    const named = Array.from({ length: 50 }, (_, n) => URI.parse(`file:///a/b/${n % 2 ? 'c/' : ''}${n}.txt`))
    await homes.find(named)
    await homes.find(named)
    assert.deepEqual(asked.sort(), ['/a/b', '/a/b/c'])
  })
})

function hasAnnotations(folder: { readonly fsPath: string }): Promise<boolean> {
  return isFolder(join(folder.fsPath, '.annotations'))
}

function homesWith(annotated: readonly string[], root?: string) {
  const homes = nearestHomes({
    rootOf: () => (root === undefined ? undefined : URI.parse(root)),
    isAnnotated: (folder) => Promise.resolve(annotated.includes(folder.toString()))
  })
  return {
    homes,
    /** "FOLDER PATH" */
    find: async (article: string) => {
      const uri = URI.parse(article)
      await homes.find([uri])
      const home = homes.homeOf(uri)
      return home && `${home.folder} ${home.path}`
    }
  }
}
