import type { Code } from '../../../annotations'
import { entityTypeLabels } from '../../flat/labels'
import { typeOfLabel } from './typeNames'

/** annotation.conf: what may be annotated, the codes under the codes above them. `used` are labels that no code has. */
export function annotationConfiguration(codes: readonly Code[], used: ReadonlySet<string>): string {
  const own = [...Object.values(entityTypeLabels), 'Quote', 'Cue', 'Source', 'Memo']
  const written = new Set<string>()
  const once = (label: string) => {
    const type = typeOfLabel(label)
    if (written.has(type)) return []
    written.add(type)
    return [type]
  }
  const below = (parent: string | undefined, depth: number): readonly string[] =>
    codes
      .filter((code) => code.parent === parent || (parent === undefined && !codes.some(({ id }) => id === code.parent)))
      .flatMap((code) => [
        ...once(code.name).map((type) => '\t'.repeat(depth) + type),
        ...(depth < 50 ? below(code.id, depth + 1) : [])
      ])
  const mentions = Object.values(entityTypeLabels).join('|')
  return lines(
    '[entities]',
    ...own.flatMap(once),
    ...below(undefined, 0),
    ...[...used].flatMap(once),
    '[relations]',
    'cue\tArg1:Quote, Arg2:Cue',
    'source\tArg1:Quote, Arg2:Source',
    `speaker\tArg1:Quote, Arg2:${mentions}`,
    'sameSpeaker\tArg1:Quote, Arg2:Quote',
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '[events]',
    '[attributes]',
    `acting\tArg:${mentions}`,
    `form\tArg:${mentions}, Value:name|nominal|pronoun`,
    'kind\tArg:Quote, Value:direct|indirect|mixed',
    'act\tArg:Quote, Value:speech|attitude',
    'status\tArg:<ENTITY>, Value:suggested|accepted|changed|added'
  )
}

/** visual.conf: how types are shown, in the words and colours of the codebook. */
export function visualConfiguration(codes: readonly Code[]): string {
  return lines(
    '[labels]',
    ...codes.map(({ name }) => `${typeOfLabel(name)} | ${shownName(name)}`),
    '[drawing]',
    'SPAN_DEFAULT\tfgColor:black, bgColor:#d8e8ff, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
    ...codes.map(({ name, color }) => `${typeOfLabel(name)}\tbgColor:${color}`)
  )
}

function shownName(name: string): string {
  return name.replace(/[\s\p{Cc}|#]+/gu, ' ').trim() || '?'
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('')
}
