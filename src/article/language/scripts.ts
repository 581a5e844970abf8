/** Languages that are known by their letters alone: the script, and the tag that it means. */
export const languageOfScript: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\p{sc=Hangul}/gu, 'ko'],
  [/\p{sc=Greek}/gu, 'el'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Lao}/gu, 'lo'],
  [/\p{sc=Khmer}/gu, 'km'],
  [/\p{sc=Myanmar}/gu, 'my'],
  [/\p{sc=Tibetan}/gu, 'bo'],
  [/\p{sc=Georgian}/gu, 'ka'],
  [/\p{sc=Armenian}/gu, 'hy'],
  [/\p{sc=Ethiopic}/gu, 'am'],
  [/\p{sc=Sinhala}/gu, 'si'],
  [/\p{sc=Tamil}/gu, 'ta'],
  [/\p{sc=Telugu}/gu, 'te'],
  [/\p{sc=Kannada}/gu, 'kn'],
  [/\p{sc=Malayalam}/gu, 'ml'],
  [/\p{sc=Gujarati}/gu, 'gu'],
  [/\p{sc=Gurmukhi}/gu, 'pa'],
  [/\p{sc=Oriya}/gu, 'or']
]

/** A script of several languages: the first whose letters or words are in the text. `fewest` in a hundred of its letters, else the last. */
export interface SharedScript {
  readonly script: RegExp
  readonly languages: readonly { readonly language: string; readonly signs: RegExp; readonly fewest: number }[]
  readonly otherwise: string
}

export const sharedScripts: readonly SharedScript[] = [
  {
    script: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu,
    languages: [{ language: 'ja', signs: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu, fewest: 5 }],
    otherwise: 'zh'
  },
  {
    script: /\p{sc=Cyrillic}/gu,
    languages: [
      { language: 'kk', signs: /[\u0493\u049B\u04B1\u04D9]/gu, fewest: 1 },
      { language: 'ky', signs: /[\u04A3]/gu, fewest: 0.3 },
      { language: 'mn', signs: /[\u04AF\u04E9]/gu, fewest: 1 },
      { language: 'tg', signs: /[\u04E3\u04EF\u04B3\u04B7]/gu, fewest: 0.5 },
      { language: 'tt', signs: /[\u04D9\u0497]/gu, fewest: 1 },
      { language: 'mk', signs: /[\u0453\u045C\u0455]/gu, fewest: 0.1 },
      { language: 'sr', signs: /[\u0452\u0458\u0459\u045A\u045B\u045F]/gu, fewest: 1 },
      { language: 'be', signs: /\u045E/gu, fewest: 0.3 },
      { language: 'uk', signs: /[\u0456\u0457\u0454\u0491]/gu, fewest: 0.7 },
      { language: 'ru', signs: /[\u044B\u044D]/gu, fewest: 0.5 },
      { language: 'bg', signs: /\u044A/gu, fewest: 0.4 }
    ],
    otherwise: 'ru'
  },
  {
    script: /\p{sc=Arabic}/gu,
    languages: [
      { language: 'ur', signs: /[\u0679\u0688\u0691\u06BA\u06D2\u06BE]/gu, fewest: 1 },
      { language: 'ps', signs: /[\u0693\u069A\u0696\u06D0\u06CD\u067C]/gu, fewest: 0.5 },
      { language: 'ckb', signs: /[\u06B5\u06CE\u06C6\u0695]/gu, fewest: 1 },
      { language: 'fa', signs: /[\u067E\u0686\u0698\u06AF\u06CC\u06A9]/gu, fewest: 1 }
    ],
    otherwise: 'ar'
  },
  {
    script: /\p{sc=Devanagari}/gu,
    languages: [
      { language: 'mr', signs: /\u0906\u0939\u0947|\u0906\u0923\u093F|\u0933/gu, fewest: 0.7 },
      {
        language: 'ne',
        signs: /\u091B\u0928\u094D|\u0925\u093F\u092F\u094B|\u0917\u0930\u0947\u0915\u094B|\u091B\u0964/gu,
        fewest: 0.4
      }
    ],
    otherwise: 'hi'
  },
  {
    script: /\p{sc=Bengali}/gu,
    languages: [{ language: 'as', signs: /[\u09F0\u09F1]/gu, fewest: 0.5 }],
    otherwise: 'bn'
  },
  {
    script: /\p{sc=Hebrew}/gu,
    languages: [
      { language: 'yi', signs: /[\u05F0-\u05F2]|\u05D0[\u05B7\u05B8]|\u05D5\u05D5|\u05D9\u05D9/gu, fewest: 3 }
    ],
    otherwise: 'he'
  }
]
