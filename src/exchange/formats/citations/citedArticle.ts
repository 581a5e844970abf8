import { printable } from '../../../util/printable'
import type { AnnotationDocument } from '../../document'
import { safeStem } from '../../filePaths'
import { personName, type PersonName } from './personName'

/** What a bibliography says of an article. Each text is one line without characters that act. */
export interface CitedArticle {
  /** Letters, digits and hyphens; unique in the export, and the same in every export as long as the file has its name. */
  readonly key: string
  readonly title: string
  readonly authors: readonly PersonName[]
  readonly agency: string | null
  /** Year, and as much of month and day as is known; empty where the year is not. */
  readonly date: readonly number[]
  /** As the article writes it, where its year is not known. */
  readonly writtenDate: string | null
  /** The path of its file in its folder. */
  readonly file: string
}

/** Tells what to cite of each of an export's documents, in its order. `lost` hears how many characters could not be written. */
export function articleCiter(lost: (count: number) => void): (document: AnnotationDocument) => CitedArticle {
  const keys = new Set<string>()
  const clean = (text: string) => {
    const safe = printable(text)
    const count = (safe.match(/\uFFFD/g)?.length ?? 0) - (text.match(/\uFFFD/g)?.length ?? 0)
    if (count > 0) lost(count)
    return safe
  }
  return ({ name, head: { headline, authors, agency, date, isoDate } }) => ({
    key: freeKey(name, keys),
    title: clean(headline ?? safeStem(name).split('/').at(-1)!),
    authors: authors.map(clean).flatMap((author) => personName(author) ?? []),
    agency: agency === null ? null : clean(agency),
    date: isoDate === null ? [] : isoDate.split('-').map(Number),
    writtenDate: isoDate === null && date !== null ? clean(date) : null,
    file: clean(name)
  })
}

/** From the file's name, since that is what stays and what is known to the reader. */
function freeKey(name: string, taken: Set<string>): string {
  const slug = safeStem(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(-80)
  const base = /^[A-Za-z]/.test(slug) ? slug : `article-${slug}`.replace(/-$/, '')
  for (let count = 1; ; count++) {
    const key = count === 1 ? base : `${base}-${count}`
    if (taken.has(key.toLowerCase())) continue
    taken.add(key.toLowerCase())
    return key
  }
}
