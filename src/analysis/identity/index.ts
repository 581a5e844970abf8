import type { Article } from '../../article'
import type { Steps } from '../../util/steps'
import type { Analysis, Attribution, NamedMention } from '../analysis'
import type { Gazetteer } from '../entities'
import { assemble } from './assemble'
import { articleTables } from './articleTables'
import { resolveReferences } from './resolve'

/** Who the names and sources are: adds nominal and pronoun mentions, entities, speakers and links. */
export function* identify(
  article: Article,
  names: readonly NamedMention[],
  attributions: readonly Attribution[],
  gazetteer: Gazetteer
): Steps<Analysis> {
  const tables = articleTables(article, names, attributions)
  yield
  const resolved = yield* resolveReferences(tables, gazetteer)
  yield
  return yield* assemble(resolved, gazetteer)
}
