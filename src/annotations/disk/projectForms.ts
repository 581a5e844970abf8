import { array, nonEmpty, number, object, optional, pipe, string } from 'valibot'
import type { Code, ProjectMemo, RegisteredEntity } from '../project'
import { check, time } from './check'
import { asList, compact, field, type Json, type JsonObject } from './json'
import type { ItemForm } from './keptItems'
import { classOf, entityTypeOf } from './vocabulary'

/** How the things of one list of a project are read and written. */
export interface ProjectForm<Item> extends ItemForm<Item> {
  readonly write: (item: Item) => JsonObject
}

export const codeForm: ProjectForm<Code> = {
  ...common<Code>(({ id }) => id),
  read(json) {
    if (field(json, 'type') !== 'skos:Concept') return 'foreign'
    const facts = readHistory(json)
    const code = check(codeSchema, json)
    if (!facts || !code) return 'wrong'
    const { id, prefLabel: name, color, definition, broader, shortcut, order } = code
    return {
      id,
      name,
      color,
      ...(definition !== undefined && { description: definition }),
      ...(broader !== undefined && { parent: broader }),
      ...(shortcut !== undefined && { shortcut }),
      order,
      ...facts
    }
  },
  write: ({ id, name, color, description, parent, shortcut, order, ...history }) =>
    compact({
      id,
      type: 'skos:Concept',
      prefLabel: name,
      color,
      shortcut,
      order,
      broader: parent,
      definition: description,
      ...writeHistory(history)
    })
}

export const entityForm: ProjectForm<RegisteredEntity> = {
  ...common<RegisteredEntity>(({ iri }) => iri),
  read(json) {
    const className = field(json, 'type')
    const type = typeof className === 'string' ? entityTypeOf(className) : undefined
    if (!type) return 'foreign'
    const facts = readHistory(json)
    const entity = check(entitySchema, json)
    const same = check(array(string()), asList(field(json, 'sameAs')))
    if (!facts || !entity || !same) return 'wrong'
    return { iri: entity.id, name: entity.name, type, ...(same.length && { same }), ...facts }
  },
  write: ({ iri, name, type, same, ...history }) =>
    compact({ id: iri, type: classOf[type], name, sameAs: same?.length ? same : undefined, ...writeHistory(history) })
}

/** The address of the project itself, in its own file. */
export const projectReference = '.annotations/project.jsonld'

export const memoForm: ProjectForm<ProjectMemo> = {
  ...common<ProjectMemo>(({ id }) => id),
  read(json) {
    if (field(json, 'motivation') !== 'commenting') return 'foreign'
    const facts = readHistory(json)
    const memo = check(memoSchema, json)
    if (!facts || !memo) return 'wrong'
    return { id: memo.id, about: memo.target === projectReference ? '' : memo.target, text: memo.body.value, ...facts }
  },
  write: ({ id, about, text, ...history }) =>
    compact({
      id,
      type: 'Annotation',
      motivation: 'commenting',
      ...writeHistory(history),
      body: { type: 'TextualBody', purpose: 'commenting', value: text },
      target: about || projectReference
    })
}

const address = pipe(string(), nonEmpty())

const codeSchema = object({
  id: address,
  prefLabel: string(),
  color: string(),
  definition: optional(string()),
  broader: optional(address),
  shortcut: optional(string()),
  order: number()
})

const entitySchema = object({ id: address, name: string() })
const memoSchema = object({ id: address, body: object({ value: string() }), target: address })

interface History {
  readonly creator: string
  readonly created: string
  readonly modified?: string
}

const historySchema = object({ creator: object({ name: string() }), created: time, modified: optional(time) })

function readHistory(json: Json): History | undefined {
  const facts = check(historySchema, json)
  if (!facts) return undefined
  const { creator, created, modified } = facts
  return { creator: creator.name, created, ...(modified !== undefined && { modified }) }
}

function writeHistory({ creator, created, modified }: History): JsonObject {
  return compact({ creator: { type: 'Person', name: creator }, created, modified })
}

function common<Item extends History>(
  idOf: (item: Item) => string
): Pick<ItemForm<Item>, 'idOf' | 'timeOf' | 'rankOf' | 'rankOfOther'> {
  return {
    idOf,
    timeOf: ({ created, modified }) => modified ?? created,
    rankOf: (item) => [0, 0, idOf(item)],
    rankOfOther: (json) => {
      const id = field(json, 'id')
      return [0, 0, typeof id === 'string' ? id : '']
    }
  }
}
