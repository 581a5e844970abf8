import type { Article } from '../../article'
import type { NamedMention } from '../analysis'
import { findPosts } from './findPosts'
import { findTurns, type Turn } from './findTurns'

/** Turns and posts, in the order of their cues, each cue once. */
export function allTurns(article: Article, names: readonly NamedMention[]): readonly Turn[] {
  const turns = findTurns(article, names)
  const posts = findPosts(article, names)
  if (posts.length === 0) return turns
  const known = new Set(turns.map(({ cue }) => cue.from))
  return [...turns, ...posts.filter(({ cue }) => !known.has(cue.from))].sort((a, b) => a.cue.from - b.cue.from)
}
