import { readFileSync } from 'node:fs'
import { readArticle } from '../../../src/article'
import { loadEntityModels, recognizeNames, type EntityModels } from '../../../src/analysis/entities'

/** A file of models/, as the host would read it. */
export function readModel(file: string): Promise<Uint8Array> {
  return Promise.resolve(new Uint8Array(readFileSync(new URL(`../../../models/${file}`, import.meta.url))))
}

let loaded: Promise<EntityModels> | undefined

/** The shipped models, read once for all tests. */
export function shippedModels(): Promise<EntityModels> {
  return (loaded ??= loadEntityModels(readModel))
}

/** "person Ann Lee | place Oslo acting": the names of a text as readable lines. */
export async function namesIn(text: string): Promise<string[]> {
  const models = await shippedModels()
  return recognizeNames(readArticle(text, 'plain'), models).map(
    (name) => `${name.type} ${text.slice(name.start, name.end)}${name.acting ? ' acting' : ''}`
  )
}

/** "Ann Lee: the mayor of Oslo": the names that have a description. */
export async function descriptionsIn(text: string): Promise<string[]> {
  const models = await shippedModels()
  return recognizeNames(readArticle(text, 'plain'), models).flatMap(({ start, end, description }) =>
    description ? [`${text.slice(start, end)}: ${text.slice(description.start, description.end)}`] : []
  )
}
