import { inEnglish, type Translate } from '../util/translate'

/** The language in which a report speaks to people. Ids, dates (ISO 8601) and what machines read are the same in all. */
export interface Wording {
  /** BCP 47. */
  readonly language: string
  readonly translate: Translate
}

/** English unless the host says otherwise. */
export function wordingOf({ wording }: { readonly wording?: Wording | undefined }): Wording {
  return wording ?? { language: 'en', translate: inEnglish }
}
