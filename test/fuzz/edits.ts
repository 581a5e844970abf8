import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readArticle } from '../../src/article'
import type { Engine } from '../../src/analysis'
import { ArticleDocuments } from '../../src/workspace/articleDocuments'
import { fuzzedPiece, fuzzedText } from '../unit/contract/fuzzedTexts'
import { MemoryWorkspace } from '../unit/workspace/memoryWorkspace'
import type { Fuzzed } from './fuzzed'

/** Edits of an open article: it says what the same text says that was never edited. */
export function fuzzedEdits(engine: Engine): readonly Fuzzed[] {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const edit = fc.tuple(share, fc.nat({ max: 80 }), fc.array(fuzzedPiece('plain'), { maxLength: 3 }))
  return [
    {
      name: 'edits of an open article',
      runs: 25,
      property: fc.asyncProperty(
        fuzzedText('plain'),
        fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength: 6 }),
        async (text, edits) => {
          const workspace = new MemoryWorkspace()
          workspace.maximumSize = 1_000_000
          const { texts, log } = workspace
          const documents = new ArticleDocuments({ texts, engine: () => Promise.resolve(engine), log })
          try {
            const document = workspace.open('a.txt', text.replaceAll('\0', ''))
            for (const [[at, removed, pieces], waits] of edits) {
              const { length } = document.getText()
              const start = Math.floor(at * length)
              const typed = pieces.join(' ').replaceAll('\0', '')
              workspace.type(document, typed, start, Math.min(length, start + removed))
              if (waits) await documents.analyze(document)
            }
            const found = await documents.analyze(document)
            assert.deepEqual(found?.analysis, engine.analyze(readArticle(document.getText(), 'plain')))
            assert.deepEqual(workspace.errors, [])
          } finally {
            documents.dispose()
          }
        }
      )
    }
  ]
}
