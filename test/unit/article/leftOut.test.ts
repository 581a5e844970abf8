import assert from 'node:assert/strict'
import { leftOut, readArticle } from '../../../src/article'

const lead = 'Dam opens late\n\nThe dam opened in May, the mayor said on Monday, and the river rose again.\n'

/** What is left out of an article below whose first paragraph these lines stand. */
function reasons(...lines: readonly string[]): readonly string[] {
  const article = readArticle(`${lead}\n${lines.join('\n\n')}\n`, 'plain')
  return leftOut(article).map(({ start, end, reason }) => `${reason}: ${article.text.slice(start, end)}`)
}

describe('what is left out of an article', () => {
  const of = {
    invitation: [
      'Share this article',
      'Share',
      'Facebook Twitter WhatsApp Email',
      'Share on Facebook | Tweet | Copy link',
      'Read more: The river in pictures',
      'Follow us on Twitter',
      'Sign up for our newsletter',
      'Get the latest news delivered to your inbox.',
      'Already a subscriber? Log in',
      'Most popular',
      'You may also like',
      'Skip to main content',
      'list 2 of 4',
      'list of 3 items',
      'end of list',
      'KEEP READING',
      'Play Video',
      '12 comments'
    ],
    consent: [
      'We use cookies to improve your experience. By continuing to browse you agree to our use of cookies.',
      'This website uses cookies.',
      'We and our 143 partners store cookies on your device.',
      'Accept all cookies',
      'By clicking "Accept" you agree to receive our newsletter and accept our Terms of Service.',
      'You agree to receive updates and promotions from The Tarn Courier.',
      'This site is protected by reCAPTCHA and the Privacy Policy applies.'
    ],
    advertisement: [
      'Advertisement',
      'ADVERTISEMENT',
      'Advertisement - Continue reading below',
      'Story continues below advertisement',
      'Scroll to continue'
    ],
    credit: [
      '(Reporting by Mina Harlow in Tunis; Editing by Tom Vega)',
      'Copyright 2024 The Associated Press. All rights reserved.',
      'Photo: Mina Harlow',
      'Follow Mina Harlow on Twitter @minaharlow.'
    ]
  }
  for (const [reason, lines] of Object.entries(of))
    for (const line of lines)
      it(`${reason}: ${line}`, () => {
        assert.deepEqual(reasons(line, 'The mayor went home.'), [`${reason}: ${line}`])
      })

  for (const line of [
    'By using the new bridge, drivers will agree to pay a toll of two crowns.',
    'Share prices fell by half on Monday.',
    'Shares in the firm fell.',
    'Save the dam, she told the crowd.',
    'Facebook and the mayor have settled.',
    'Twitter',
    '“We use cookies,” the mayor said.',
    'We use cookies as bait, the angler said.',
    'By signing the treaty both sides agree to end the war, the mediator said.',
    'Advertisement sales fell by half.',
    'The story continues to grow.',
    'You agree with me, the mayor said.',
    'Most popular of all was the mayor.',
    'Comments by the mayor were not welcome.'
  ])
    it(`not: ${line}`, () => {
      assert.deepEqual(reasons(line, 'The mayor went home.'), [])
    })

  it('is neither a line that says when the article was published, nor headline or byline', () => {
    assert.deepEqual(
      leftOut(readArticle(`Dam opens late\n\nBy Mina Harlow\n\nPublished March 8, 2026\n\n${lead}`, 'plain')),
      []
    )
  })

  it('is found where it stands in Markdown', () => {
    const article = readArticle(
      `# Dam opens late\n\nThe dam opened in May.\n\n**Share this article**\n\n[Read more](https://example.org) about it\n`,
      'markdown'
    )
    assert.deepEqual(
      leftOut(article).map(({ start, end }) => article.text.slice(start, end)),
      ['Share this article', 'Read more](https://example.org) about it']
    )
  })

  it('a button that lost its line end is left out, and what it stands before is not', () => {
    for (const [glued, ...buttons] of [
      ['AdvertisementThe mayor went home.', 'Advertisement'],
      ['AdvertisementHide Ad“The mayor went home.”', 'Advertisement', 'Hide Ad'],
      ['Read moreThe mayor went home.', 'Read more']
    ])
      assert.deepEqual(
        reasons(glued!),
        buttons.map((button) => `${button === 'Read more' ? 'invitation' : 'advertisement'}: ${button}`)
      )
  })

  it('words that begin like a button are read', () => {
    assert.deepEqual(
      reasons('Advertisement costs rose.', 'ADVERTISEMENTS cost more.', 'Advertisements By Sea was lost.'),
      []
    )
  })
})
