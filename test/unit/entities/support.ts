import { readFileSync } from 'node:fs'
import { readArticle } from '../../../src/article'
import {
  loadEntityModels,
  recognizeNames,
  recognizeNamesAgain,
  type EntityModels
} from '../../../src/analysis/entities'
import type { EncoderReading } from '../../../src/encoder'
import { headAt, labelCount, labels, type Head } from '../../../src/encoder/weights/sizes'
import { finish } from '../../../src/util/steps'

/** A file of models/, as the host would read it. */
export function readModel(file: string): Promise<Uint8Array> {
  return Promise.resolve(new Uint8Array(readFileSync(new URL(`../../../models/${file}`, import.meta.url))))
}

let loaded: Promise<EntityModels> | undefined

/** The shipped models, read once for all tests. */
export function shippedModels(): Promise<EntityModels> {
  return (loaded ??= loadEntityModels(readModel))
}

/** "person Ann Lee | place Oslo acting": the names of a text as readable lines; `reading`: what an encoder says of it. */
export async function namesIn(text: string, reading?: EncoderReading): Promise<string[]> {
  const models = await shippedModels()
  return finish(recognizeNamesAgain(readArticle(text, 'plain'), models, undefined, reading)).names.map(
    (name) => `${name.type} ${text.slice(name.start, name.end)}${name.acting ? ' acting' : ''}`
  )
}

/** How probable an encoder takes each label of a word to be; what is not said is shared out evenly. */
export type Said = (word: string, at: number) => Readonly<Partial<Record<Head, Readonly<Record<string, number>>>>>

/** What an encoder would say of a text: its words are runs of letters and digits, and single marks. */
export function readingSaying(text: string, said: Said): EncoderReading {
  const words = [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)]
  const probabilities = new Float32Array(words.length * labelCount)
  for (const [word, { 0: surface, index }] of words.entries())
    for (const head of ['names', 'acting'] as const) {
      const given = said(surface, index)[head] ?? {}
      const rest = 1 - Object.values(given).reduce((sum, value) => sum + value, 0)
      const others = labels[head].length - Object.keys(given).length
      for (const [at, label] of labels[head].entries())
        probabilities[word * labelCount + headAt[head] + at] = given[label] ?? rest / others
    }
  return {
    starts: Uint32Array.from(words, ({ index }) => index),
    ends: Uint32Array.from(words, ({ 0: surface, index }) => index + surface.length),
    labels: probabilities,
    cues: [],
    encoded: 0
  }
}

/** "Ann Lee: the mayor of Oslo": the names that have a description. */
export async function descriptionsIn(text: string): Promise<string[]> {
  const models = await shippedModels()
  return recognizeNames(readArticle(text, 'plain'), models).flatMap(({ start, end, description }) =>
    description ? [`${text.slice(start, end)}: ${text.slice(description.start, description.end)}`] : []
  )
}
