/** What the training scripts use of the packages of train/package.json, so that they are checked where those are not installed. */
declare module '@faker-js/faker' {
  export const allLocales: Readonly<Record<string, { readonly person?: unknown }>>
}

declare module 'wink-eng-lite-web-model' {
  const model: unknown
  export default model
}

declare module 'wink-nlp' {
  export type ItsFunction<T> = (index: number) => T
  interface ItemTokens {
    out<T>(its: ItsFunction<T>): T[]
  }
  interface WinkMethods {
    readonly its: {
      readonly value: ItsFunction<string>
      readonly pos: ItsFunction<string>
      readonly precedingSpaces: ItsFunction<string>
    }
    readDoc(text: string): { tokens(): ItemTokens }
  }
  export default function wink(model: unknown, annotations?: readonly string[]): WinkMethods
}
