import { filePaths } from '../../filePaths'
import { flattenFor } from '../../flat/flattenFor'
import type { ExchangeFormat, ExportedFile, ExportInput } from '../../format'
import { packFiles } from '../../packFiles'
import { countProjectMemos } from '../../projectMemos'
import { annotationLines, type BratProfile } from './annotationLines'
import { annotationConfiguration, visualConfiguration } from './configuration'
import { readBrat } from './readBrat'

/** brat standoff: a text and a file of annotations for each article, with the configuration of the server. */
export const brat: ExchangeFormat = {
  id: 'brat',
  label: 'brat standoff',
  description:
    'For each article its text and its annotations, with annotation.conf and visual.conf: for brat and the many tools that read its files. Offsets are code points.',
  suffix: '.brat',
  extension: 'zip',
  cannotHold: ['memo', 'accept', 'verdict', 'rejected', 'character', 'codebook', 'project-memo'],
  writer: { kind: 'files', write: writeBrat },
  read: readBrat
}

/** brat standoff as INCEpTION reads it ("brat basic"): a zip for each article, without attributes. */
export const bratInception: ExchangeFormat = {
  id: 'brat-inception',
  label: 'brat standoff for INCEpTION',
  description:
    'For each article a zip with its text and its annotations, which INCEpTION imports as "brat (basic)" once its administrator has switched that on. Pieces of one annotation become several there; offsets are UTF-16 units.',
  suffix: '.brat-inception',
  extension: 'zip',
  cannotHold: ['discontinuous', 'memo', 'accept', 'verdict', 'rejected', 'character', 'codebook', 'project-memo'],
  writer: { kind: 'files', write: writeInceptionBrat },
  read: readBrat
}

async function* writeBrat(input: ExportInput): AsyncGenerator<ExportedFile> {
  const paths = filePaths()
  const used = new Set<string>()
  for await (const document of input.documents()) {
    const stem = paths.stem(document.name)
    const flat = flattenFor(document, input)
    for (const { layer, label } of flat.spans) if (layer === 'code') used.add(label)
    yield { path: `${stem}.txt`, pieces: [document.text] }
    const profile: BratProfile = { offsets: 'codepoints', attributes: true }
    yield { path: `${stem}.ann`, pieces: joined(annotationLines(document.text, flat, profile, input.lost)) }
  }
  const described = input.codes.filter(({ description }) => description !== undefined).length
  if (described > 0) input.lost('codebook', described)
  countProjectMemos(input)
  yield { path: 'annotation.conf', pieces: [annotationConfiguration(input.codes, used)] }
  yield { path: 'visual.conf', pieces: [visualConfiguration(input.codes)] }
}

async function* writeInceptionBrat(input: ExportInput): AsyncGenerator<ExportedFile> {
  const paths = filePaths()
  for await (const document of input.documents()) {
    const stem = paths.stem(document.name)
    const flat = flattenFor(document, input)
    const inPieces = flat.spans.filter(({ pieces }) => pieces.length > 1).length
    if (inPieces > 0) input.lost('discontinuous', inPieces)
    const profile: BratProfile = { offsets: 'utf16', attributes: false }
    const annotations = joined(annotationLines(document.text, flat, profile, input.lost))
    const name = stem.slice(stem.lastIndexOf('/') + 1)
    const pair: readonly ExportedFile[] = [
      { path: `${name}.txt`, pieces: [document.text] },
      { path: `${name}.ann`, pieces: annotations }
    ]
    yield { path: `${stem}.zip`, pieces: packFiles(pair, input.now) }
  }
  if (input.codes.length > 0) input.lost('codebook', input.codes.length)
  countProjectMemos(input)
}

/** An empty file still is one. */
function joined(lines: readonly string[]): readonly string[] {
  return [lines.map((line) => `${line}\n`).join('')]
}
