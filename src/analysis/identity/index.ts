import type { Article } from '../../article'
import type { Analysis, Attribution, NamedMention } from '../analysis'
import type { Gazetteer } from '../entities'
import { assemble } from './assemble'
import { articleTables } from './articleTables'
import { resolveReferences } from './resolve'

/** Who the names and sources are: adds nominal and pronoun mentions, entities, speakers and links. */
export function identify(
  article: Article,
  names: readonly NamedMention[],
  attributions: readonly Attribution[],
  gazetteer: Gazetteer
): Analysis {
  return assemble(resolveReferences(articleTables(article, names, attributions), gazetteer), gazetteer)
}
