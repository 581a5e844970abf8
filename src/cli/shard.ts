import { InvalidArgumentError, Option } from 'commander'

/** One part of the articles, when they are divided into `of` of them: 1 is the first. */
export interface Shard {
  readonly index: number
  readonly of: number
}

export function shardOption(): Option {
  return new Option(
    '--shard <I/N>',
    'of N parts of the articles only part I, from 1: an article is always in the same part, by its path or id'
  ).argParser(parseShard)
}

export function parseShard(text: string): Shard {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []
  const shard = { index: Number(index), of: Number(of) }
  if (!(shard.index >= 1 && shard.index <= shard.of)) throw new InvalidArgumentError('It is I/N, such as 3/16.')
  return shard
}

/**
 * Whether something of that name is in the shard. By the name alone (FNV-1a over UTF-16 units, mixed): an article that comes in
 * between moves no other one.
 */
export function isInShard(name: string, shard: Shard | undefined): boolean {
  if (!shard) return true
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return ((hash ^ (hash >>> 13)) >>> 0) % shard.of === shard.index - 1
}
