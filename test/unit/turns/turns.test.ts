import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { loadTestEngine } from '../../engine'

/** Each turn of a text with these paragraphs as a line: `Ana Silk: We had no money.`; a hyphen for nobody. Other quotes are left out. */
async function turnsOf(...paragraphs: readonly string[]): Promise<readonly string[]> {
  const text = paragraphs.join('\n\n')
  const engine = await loadTestEngine()
  const { quotes, entities } = engine.analyze(readArticle(text, 'plain'))
  return quotes
    .filter(({ rule }) => rule === 'turn' || rule === 'list-item')
    .map(({ speaker, content, kind }) => {
      assert.ok(kind === 'direct' || kind === 'indirect')
      const name = entities.find(({ id }) => id === speaker)?.name ?? '-'
      return `${name}: ${content.map(({ start, end }) => text.slice(start, end)).join(' / ')}`
    })
}

describe('turns', () => {
  it('belong to whom the labels name; short labels are the same people', async () => {
    assert.deepEqual(
      await turnsOf(
        'NORA VALE, PRESENTER: Welcome back. The bridge is shut.',
        'PETER OLSEN, ENGINEER: It has been shut since May.',
        'VALE: Who shut it?',
        'OLSEN: We did.'
      ),
      [
        'Nora Vale: Welcome back. The bridge is shut.',
        'Peter Olsen: It has been shut since May.',
        'Nora Vale: Who shut it?',
        'Peter Olsen: We did.'
      ]
    )
  })
  it('an interview: answers are those of the one who is named above, questions nobody\u2019s', async () => {
    assert.deepEqual(
      await turnsOf(
        'Nora Vale runs the ferry between the two islands.',
        'Q: Will you sell the boat?',
        'A: Not while it floats.',
        'Q. And then?',
        'A. Then we shall see.'
      ),
      ['-: Will you sell the boat?', 'Nora Vale: Not while it floats.', '-: And then?', 'Nora Vale: Then we shall see.']
    )
  })
  it('an answer in a text that names two is nobody\u2019s', async () => {
    const turns = await turnsOf(
      'Nora Vale and Peter Olsen run the ferry.',
      'Q: Will you sell the boat?',
      'A: Not while it floats.'
    )
    assert.deepEqual(turns, ['-: Will you sell the boat?', '-: Not while it floats.'])
  })
  it('several in one paragraph, where a transcript\u2019s were joined', async () => {
    assert.deepEqual(
      await turnsOf(
        'I will take two questions. (Laughter.)  Q    Thank you. What of the pier?THE PRESIDENT:  Well, it stands. It leans.Q    And the boats?THE PRESIDENT:  They sail.'
      ),
      [
        '-: Thank you. What of the pier?',
        'The President: Well, it stands. It leans.',
        '-: And the boats?',
        'The President: They sail.'
      ]
    )
    assert.deepEqual(
      await turnsOf(
        'NORA VALE, host: I am Nora Vale. (Soundbite of music) VALE: The band is here. Unidentified Man #1: Hello. VALE: Welcome.',
        'Ms. ADA KENT (Singer): We sing. VALE: So you do.'
      ),
      [
        'Nora Vale: I am Nora Vale. (Soundbite of music)',
        'Nora Vale: The band is here.',
        'Unidentified Man #1: Hello.',
        'Nora Vale: Welcome.',
        'Ada Kent: We sing.',
        'Nora Vale: So you do.'
      ]
    )
  })
  it('a headline above turns that were joined is none of them', async () => {
    assert.deepEqual(
      await turnsOf(
        'Vale: the pier will stay',
        'The captain, Nora Vale, spoke on the radio on Sunday.',
        'A partial transcript: “OLSEN: Will it stay? VALE: It will. OLSEN: And the boats? VALE: They sail.”'
      ),
      ['Olsen: Will it stay?', 'Nora Vale: It will.', 'Olsen: And the boats?', 'Nora Vale: They sail.”']
    )
  })
  it('of people whom nobody knows, by their numbers', async () => {
    assert.deepEqual(
      await turnsOf(
        'NORA VALE, host: Welcome. (Soundbite of music) VALE: Hear them.',
        'Unidentified Man #1: Hello.',
        'Unidentified Man #2: Hello, too.'
      ),
      [
        'Nora Vale: Welcome. (Soundbite of music)',
        'Nora Vale: Hear them.',
        'Unidentified Man #1: Hello.',
        'Unidentified Man #2: Hello, too.'
      ]
    )
  })
  it('no part of a label is another one', async () => {
    assert.deepEqual(
      await turnsOf(
        'MS. NORA VALE: It stands.',
        'P. OLSEN: It leans.',
        'E. OLSEN: It fell.',
        'MS. VALE: No.',
        'P. OLSEN: So.'
      ),
      ['Nora Vale: It stands.', 'P. Olsen: It leans.', 'E. Olsen: It fell.', 'Nora Vale: No.', 'P. Olsen: So.']
    )
  })
  it('are no words in capitals before a colon in prose', async () => {
    assert.deepEqual(
      await turnsOf('The mayor left. READ MORE: The pier is lost. WATCH: The pier burns. READ MORE: All of it.'),
      []
    )
    assert.deepEqual(await turnsOf('He served in NATO. NATO: a club. The UN: another one.'), [])
  })
  it('questions with numbers, and ministers by their office', async () => {
    assert.deepEqual(
      await turnsOf(
        '3. Nora Vale (Harwick West) (Lab): What has been done?',
        'The Parliamentary Under-Secretary of State for Harbour and Foreign Affairs (Peter Olsen): A great deal.',
        'Nora Vale: I thank him.',
        '4. Ada Kent (Leek) (Con): And since?'
      ),
      [
        'Nora Vale: What has been done?',
        'Peter Olsen: A great deal.',
        'Nora Vale: I thank him.',
        'Ada Kent: And since?'
      ]
    )
  })
  it('reporters\u2019 questions stand between turns in capitals', async () => {
    assert.deepEqual(
      await turnsOf(
        'QUESTION: Thank you. Where does this leave us?',
        'ZZORN: It leaves us in a good spot.',
        '(LAUGHTER)',
        'ZZORN: If we decide well.',
        'QUESTION: What of the pier?'
      ),
      [
        '-: Thank you. Where does this leave us?',
        'Zzorn: It leaves us in a good spot.',
        'Zzorn: If we decide well.',
        '-: What of the pier?'
      ]
    )
  })
  it('Markdown\u2019s marks in plain text are no words of theirs', async () => {
    assert.deepEqual(
      await turnsOf(
        'Interview: boat builder Martin Hale',
        'Qs. Welcome. What are you working on?',
        '_Martin:_ I build a raft.',
        '**Qs**. Why a raft?',
        '_Martin:_ I had wood.',
        '_Thanks Martin for the talk._'
      ),
      [
        '-: Welcome. What are you working on?',
        'Martin Hale: I build a raft.',
        '-: Why a raft?',
        'Martin Hale: I had wood.'
      ]
    )
    assert.deepEqual(
      await turnsOf('**Q: Will you sell?**', '**A:** I will not.', '**Q: And then?**', '**A:** I shall see.'),
      ['-: Will you sell?', '-: I will not.', '-: And then?', '-: I shall see.']
    )
  })
  it('brackets, handles, clock times and constituencies are labels too', async () => {
    assert.deepEqual(
      await turnsOf(
        '[Nora Vale] The pier is rotten.',
        '@peter: Then mend it.',
        '14:05 Nora Vale: With what money?',
        'Mr. Olsen (Harwick) (Lab): With that of the county.'
      ),
      [
        'Nora Vale: The pier is rotten.',
        'peter: Then mend it.',
        'Nora Vale: With what money?',
        'Olsen: With that of the county.'
      ]
    )
  })
  it('go on in paragraphs without a label, and a label may have a line of its own', async () => {
    assert.deepEqual(
      await turnsOf('Nora Vale:', 'The pier is rotten.', 'Nobody mends it.', 'Peter Olsen:', 'Then we shall mend it.'),
      ['Nora Vale: The pier is rotten. / Nobody mends it.', 'Peter Olsen: Then we shall mend it.']
    )
  })
  it('a label is no dateline', async () => {
    assert.deepEqual(
      await turnsOf('NORA VALE, PRESENTER: Was it late?', 'PETER OLSEN (LABOUR): It was.', 'VALE: Thank you.'),
      ['Nora Vale: Was it late?', 'Peter Olsen: It was.', 'Nora Vale: Thank you.']
    )
  })
  it('stage directions are nobody\u2019s words, and end a turn where others are heard behind them', async () => {
    assert.deepEqual(
      await turnsOf(
        'NORA VALE, HOST: Welcome back.',
        '(LAUGHTER)',
        'The bridge is shut.',
        '[00:00:05]',
        'PETER OLSEN, CORRESPONDENT (voice-over): This is the sound of water.',
        '(BEGIN VIDEO CLIP)',
        'Nobody knows how much water is coming.',
        '(END VIDEO CLIP)',
        '[00:01:10] VALE: Thank you.'
      ),
      [
        'Nora Vale: Welcome back. / The bridge is shut.',
        'Peter Olsen: This is the sound of water.',
        'Nora Vale: Thank you.'
      ]
    )
  })
  it('a question of a briefing has a letter and no colon; one word may answer', async () => {
    assert.deepEqual(
      await turnsOf(
        'MS. VALE:  The bridge stands.',
        'Q    And the pier?',
        'MS. VALE:  It is shut.',
        'Q. What do you fear?',
        'A. Rust. My sister calls me "the inspector."'
      ),
      [
        'Vale: The bridge stands.',
        '-: And the pier?',
        'Vale: It is shut.',
        '-: What do you fear?',
        '-: Rust. My sister calls me "the inspector."'
      ]
    )
  })
  it('an office with its bearer in brackets is the bearer; the one who is interviewed may be called by the given name', async () => {
    assert.deepEqual(
      await turnsOf(
        'Mr Speaker: Order.',
        'The Minister for Transport (Ms Nora Vale): I am grateful.',
        'Several hon. Members rose\u2014',
        'Mr Speaker: No more points of order.'
      ),
      ['Mr Speaker: Order.', 'Nora Vale: I am grateful.', 'Mr Speaker: No more points of order.']
    )
    assert.deepEqual(
      await turnsOf(
        'I met Nora Vale at the pier. Nora agreed to talk.',
        'Q: Will you sell?',
        'A: Not while it floats.'
      ),
      ['-: Will you sell?', 'Nora Vale: Not while it floats.']
    )
  })
  it('the last one goes on as long as somebody speaks of themselves; then it is the writer', async () => {
    assert.deepEqual(
      await turnsOf(
        'VALE: Who shut it?',
        'OLSEN: We did.',
        'And we would do it again.',
        'The interview was cut for length.'
      ),
      ['Vale: Who shut it?', 'Olsen: We did. / And we would do it again.']
    )
  })
  it('go on in the lines of their block, where blank lines part the turns', async () => {
    assert.deepEqual(
      await turnsOf(
        'NORA VALE:\nThe pier is rotten.\nNobody mends it.\nNobody asks.',
        'PETER OLSEN,\nENGINEER:\nThen we shall mend it.\nIn May.',
        'The two met on Monday.',
        'It rained.',
        'There was no tea.'
      ),
      [
        'Nora Vale: The pier is rotten. / Nobody mends it. / Nobody asks.',
        'Peter Olsen: Then we shall mend it.\nIn May.'
      ]
    )
  })
  it('Hansard as it is scraped prints each name twice', async () => {
    assert.deepEqual(
      await turnsOf(
        'Nora Vale Portrait Nora Vale (Harwick South) (Lab)\n- Hansard - - - Excerpts',
        '3. What steps he is taking to mend the pier.',
        'Peter Olsen Portrait The Minister for Harbours (Peter Olsen)\n- Hansard - - - Excerpts',
        'We have mended half of it.',
        'Nora Vale Portrait Nora Vale',
        '- Hansard - - - Excerpts',
        'Half a pier floats nowhere.'
      ),
      [
        'Nora Vale: 3. What steps he is taking to mend the pier.',
        'Peter Olsen: We have mended half of it.',
        'Nora Vale: Half a pier floats nowhere.'
      ]
    )
  })
  it('a report within a newscast has few labels, and goes on', async () => {
    assert.deepEqual(
      await turnsOf(
        'NORA VALE, CITY ANCHOR: Good evening.',
        'The pier is under water tonight.',
        'Here is Peter Olsen.',
        'PETER OLSEN, CITY CORRESPONDENT (voice-over): This was a pier.',
        'It is a reef now.',
        'Boats lie on the road.',
        'Nobody sleeps.',
        'VALE: Peter Olsen there.'
      ),
      [
        'Nora Vale: Good evening. / The pier is under water tonight. / Here is Peter Olsen.',
        'Peter Olsen: This was a pier. / It is a reef now. / Boats lie on the road. / Nobody sleeps.',
        'Nora Vale: Peter Olsen there.'
      ]
    )
  })
  it('the soundbites of a list of shots', async () => {
    assert.deepEqual(
      await turnsOf(
        'Harwick – 3 July 2025\n1. SOUNDBITE (English) Rep. Nora Vale (D) Ohio:\n“The pier is gone.”\n2. SOUNDBITE (English) Rep. Peter Olsen (R) Ohio:\n“It will be back.”\n3. VARIOUS of the pier'
      ),
      ['Nora Vale: “The pier is gone.”', 'Peter Olsen: “It will be back.”']
    )
  })
  it('a briefing’s Q has little space behind it where another one has more', async () => {
    assert.deepEqual(
      await turnsOf(
        'MR. VALE: No.\nQ And when will it sail?\nMR. VALE: Soon.\nQ    Is that a promise?\nMR. VALE: It is.'
      ),
      ['Vale: No.', '-: And when will it sail?', 'Vale: Soon.', '-: Is that a promise?', 'Vale: It is.']
    )
  })
  it('what somebody reports within a turn is a quote of its own; I is whose turn it is', async () => {
    const text = [
      'Q: How did you begin?',
      'NORA VALE: A miller told me to build the boat. Inspectors warned of cracks.',
      'Q: And then?',
      'NORA VALE: It sank. I think that we were lucky.'
    ].join('\n\n')
    const { quotes, entities } = (await loadTestEngine()).analyze(readArticle(text, 'plain'))
    assert.deepEqual(
      quotes
        .filter(({ kind }) => kind === 'indirect')
        .map(
          ({ content: [piece], speaker }) =>
            `${entities.find(({ id }) => id === speaker)?.name}: ${text.slice(piece!.start, piece!.end)}`
        ),
      ['a miller: to build the boat', 'Inspectors: cracks', 'Nora Vale: that we were lucky']
    )
  })
  it('numbered speakers of a study are people of their own', async () => {
    assert.deepEqual(
      await turnsOf(
        'Interviewer: When did you begin?',
        'Respondent 3: In the spring.',
        'Respondent 14: I never began.',
        'Speaker 2 (00:15): Nor did I.'
      ),
      [
        'Interviewer: When did you begin?',
        'Respondent 3: In the spring.',
        'Respondent 14: I never began.',
        'Speaker 2: Nor did I.'
      ]
    )
  })
  it('who has a turn is somebody, whatever the label calls them', async () => {
    const text = 'Interviewer: When did you begin?\n\nPresiding Officer: Order.\n\nInterviewer: Why?'
    const { entities } = (await loadTestEngine()).analyze(readArticle(text, 'plain'))
    assert.deepEqual(
      entities.map(({ name, type }) => `${type} ${name}`),
      ['person Interviewer', 'person Presiding Officer']
    )
  })
  it('labels in asterisks', async () => {
    assert.deepEqual(await turnsOf('**Nora Vale:** We had no money.', '**Peter Olsen**: You had a boat.'), [
      'Nora Vale: We had no money.',
      'Peter Olsen: You had a boat.'
    ])
  })
  it('a conference call has names and offices in lines of their own; so has a list of people', async () => {
    assert.deepEqual(
      await turnsOf(
        'Operator',
        'Good morning. You are all muted.',
        'Nora Vale -- Chief Executive Officer',
        'Thank you. We had a good year.',
        'Peter Olsen -- Harwick Bank -- Analyst',
        'What do you expect?'
      ),
      [
        '-: Good morning. You are all muted.',
        'Nora Vale: Thank you. We had a good year.',
        'Peter Olsen: What do you expect?'
      ]
    )
    assert.deepEqual(
      await turnsOf(
        'Nora Vale – Labour, Teacher',
        'Nora was born here.',
        'Peter Olsen – Greens, Director',
        'Peter has two dogs.',
        'Ada Brook – Tories, Director',
        'Ada is old.'
      ),
      []
    )
  })
  it('transcription services write a name and a clock time, with the words below; captions files have times in between', async () => {
    const words = ['Welcome to the ferry.', 'Thanks for having me.', 'Why does it leak?', 'I never saw it leak.']
    const speakers = ['Nora Vale', 'Peter Olsen', 'Nora Vale', 'Peter Olsen']
    const expected = words.map((said, at) => `${speakers[at]!}: ${said}`)
    const layouts: readonly ((name: string, said: string, at: number) => string)[] = [
      (name, said, at) => `${name}  0:1${at}  \n${said}`,
      (name, said, at) => `${name.toUpperCase()} [00:1${at}]\n${said}`,
      (name, said, at) => `${name}: (00:00:1${at})\n${said}`,
      (name, said, at) => `${name} (00:00:1${at}):\n${said}`,
      (name, said, at) => `00:1${at} ${name}\n${said}`,
      (name, said, at) => `0:0:1${at}.0 --> 0:0:1${at}.8\n${name}\n${said}`,
      (name, said, at) => `${at + 1}\n00:00:1${at}.000 --> 00:00:1${at}.900\n${name}: ${said}`,
      (name, said, at) => `${at + 1}\n00:00:1${at}.000 --> 00:00:1${at}.900\n<v ${name}>${said}</v>`
    ]
    for (const layout of layouts)
      assert.deepEqual(await turnsOf(...words.map((said, at) => layout(speakers[at]!, said, at))), expected)
  })
  it('not: a programme with times, and who scored when', async () => {
    for (const lines of [
      [
        '09:30 Nora Vale',
        'How you mend a ferry',
        '10:00 Nora Vale',
        'Questions from you',
        '11:00 Peter Olsen',
        'Knots'
      ],
      ['Nora Vale 12:34', 'Peter Olsen 15:50', 'Nora Vale 18:20', 'We had our chances, the coach thought.']
    ])
      assert.deepEqual(await turnsOf(lines.join('\n')), [])
  })
  it('initials are the one person whose name begins so', async () => {
    const turns = await turnsOf(
      'Nora Vale meets Peter Olsen, who runs the ferry with Paul Otto.',
      'NV: Will you sell it?',
      'PO: Not while it floats.'
    )
    assert.deepEqual(turns, ['Nora Vale: Will you sell it?', 'PO: Not while it floats.'])
  })
  it('an interviewer of whom nothing but the given name is known', async () => {
    assert.deepEqual(
      await turnsOf(
        'Sumi: Nora Vale, which boats do you like?',
        'Nora: The small ones.',
        'My father built two.',
        'Sumi: And what are they to you?',
        'Nora: A way to be quiet.'
      ),
      [
        'Sumi: Nora Vale, which boats do you like?',
        'Nora Vale: The small ones. / My father built two.',
        'Sumi: And what are they to you?',
        'Nora Vale: A way to be quiet.'
      ]
    )
  })
  it('not: a list in which words stand as often, nor whose picture it is', async () => {
    const shop = ['Address: 3 Pier Lane', 'Price: dear', 'Nora Vale: cook']
    assert.deepEqual(await turnsOf('The Mill', ...shop, 'The Pier', ...shop), [])
    assert.deepEqual(
      await turnsOf('Nora Vale. Image: Harbour News', 'The pier is shut.', 'Peter Olsen. Photo: Harbour News'),
      []
    )
  })
  it('records of hearings have a full stop behind the name', async () => {
    const words = ['Good afternoon.  We sail in May.', 'Is that the new pace?', 'No. It is not.', 'Thank you.']
    for (const [chair, guest] of [
      ['CHAIR VALE', 'PETER OLSEN'],
      ['Ms. Vale', 'Mr. Olsen']
    ] as const) {
      const lines = words.map((said, at) => `${at % 2 === 0 ? chair : guest}.  ${said}`)
      for (const text of [lines.join('\n\n'), lines.join('\n')])
        assert.deepEqual(
          (await turnsOf(text)).map((turn) => turn.replace(/^.*?(Vale|Olsen):/, '$1:')),
          words.map((said, at) => `${at % 2 === 0 ? 'Vale' : 'Olsen'}: ${said}`)
        )
    }
    assert.deepEqual(await turnsOf('LONDON. The pier is shut.', 'LEEDS. The mill is shut.', 'YORK. Nothing is.'), [])
  })
  it('laughter alone is nobody\u2019s words', async () => {
    assert.deepEqual(await turnsOf('NORA VALE: Good morning.', 'PETER OLSEN: (Laughter).', 'VALE: Well done.'), [
      'Nora Vale: Good morning.',
      'Nora Vale: Well done.'
    ])
  })
  it('not: recipes, slugs, a headline', async () => {
    assert.deepEqual(
      await turnsOf('Filling: three apples and a lemon.', 'Dough: flour, butter and an egg.', 'Oven: hot.'),
      []
    )
    assert.deepEqual(await turnsOf('UPDATE: The road is open.', 'VIDEO: How the road was cleared.'), [])
    assert.deepEqual(await turnsOf('Minister: no new tax', 'The minister, Nora Vale, spoke on Monday.'), [])
  })
})

describe('an interview without labels', () => {
  it('who says there who they are is not the source of these words', async () => {
    const turns = await turnsOf(
      'Peter Olsen and Ada Kent run the pier.',
      ...['Who are you?', 'I am Nora Vale.', 'Do you sail?', 'I do.', 'Why do you?', 'I like it.']
    )
    assert.deepEqual(turns.slice(1, 4), ['-: I am Nora Vale.', '-: Do you sail?', 'Nora Vale: I do.'])
  })

  it('questions need not ask "you" where the text says that it is one', async () => {
    const turns = [
      '#### How is the yard organized?',
      'We have thirty carpenters. Our yard is old.',
      '#### Who may change a plan?',
      'Anybody on our board may.',
      '#### Which wood is used most?',
      'We use oak.'
    ]
    const found = await turnsOf('Nora Vale runs the yard.', 'In this interview, we look into its work.', ...turns)
    assert.equal(found.length, 6)
    assert.equal(found[1], 'Nora Vale: We have thirty carpenters. Our yard is old.')
    assert.deepEqual(await turnsOf('Nora Vale runs the yard.', 'This guide looks into its work.', ...turns), [])
  })

  it('answers are those of the one with whom it is, or who says who they are', async () => {
    const asked = ['How did you begin?', 'I built a boat.', 'Will you go on?', 'I will.', 'Why do you?', 'I like it.']
    const answers = async (...head: readonly string[]) => [
      ...new Set((await turnsOf(...head, ...asked)).flatMap((line) => /^[^-].*(?=: )/.exec(line) ?? []))
    ]
    assert.deepEqual(
      await answers(
        'Peter Olsen and Ada Kent run the pier.',
        'Here is an interview with the ferry\u2019s captain, Mr. Ola Berg.'
      ),
      ['Ola Berg']
    )
    assert.deepEqual(
      await answers(
        'Peter Olsen and Ada Kent run the pier.',
        'Who are you?',
        'My name is Nora Vale. I sail the ferry.'
      ),
      ['Nora Vale']
    )
    assert.deepEqual(await answers('Peter Olsen and Ada Kent run the pier.'), [])
  })

  it('bold italics are no notes about the text, and what stands in them asks, with or without a question mark', async () => {
    assert.deepEqual(
      await turnsOf(
        '_This interview was first printed in May._',
        'We met the ferry\u2019s captain, Nora Vale.',
        '***First, tell our readers who you are.***',
        'I am Nora Vale. I sail the ferry.',
        '***How did you begin?***',
        'I built a boat.',
        '***Will you go on?***',
        'I will.',
        '***What would you like to tell our readers?***',
        'I like letters.'
      ),
      [
        '-: First, tell our readers who you are.',
        'Nora Vale: I am Nora Vale. I sail the ferry.',
        '-: How did you begin?',
        'Nora Vale: I built a boat.',
        '-: Will you go on?',
        'Nora Vale: I will.',
        '-: What would you like to tell our readers?',
        'Nora Vale: I like letters.'
      ]
    )
  })

  it('questions as paragraphs of their own, bold ones too; answers are those of the one who is named above', async () => {
    for (const bold of ['', '**'])
      assert.deepEqual(
        await turnsOf(
          'Nora Vale runs the ferry between the two islands.',
          `${bold}How did you begin?${bold}`,
          'I built a boat. It sank.',
          'So I built another one.',
          `${bold}And what did your father say?${bold}`,
          'He told me to stop.',
          `${bold}Will you go on?${bold}`,
          'We will see.',
          'The ferry sails at nine.'
        ),
        [
          '-: How did you begin?',
          'Nora Vale: I built a boat. It sank. / So I built another one.',
          '-: And what did your father say?',
          'Nora Vale: He told me to stop.',
          '-: Will you go on?',
          'Nora Vale: We will see.'
        ]
      )
  })
  it('of several who are named above, the headline tells who is interviewed, or nobody does', async () => {
    const turns = [
      'Peter Olsen runs the pier.',
      'How did you begin?',
      'I built a boat.',
      'What did you call it?',
      'I called it Goose.',
      'Will you go on?',
      'I will.'
    ]
    const speakers = async (title: string) => [
      ...new Set(
        (await turnsOf(title, ...turns)).filter((turn) => !turn.includes('?')).map((turn) => turn.split(':')[0])
      )
    ]
    assert.deepEqual(await speakers('An interview with the skipper Nora Vale'), ['Nora Vale'])
    assert.deepEqual(await speakers('Nora Vale talks about boats and piers'), ['Nora Vale'])
    assert.deepEqual(await speakers('An interview about the Nora Vale disaster'), ['-'])
    const text = [
      'Nora Vale talks about boats and piers',
      ...turns.slice(1),
      'Do you think that it will float?',
      'I do.'
    ].join('\n\n')
    const { quotes, entities } = (await loadTestEngine()).analyze(readArticle(text, 'plain'))
    const asked = quotes.find(({ kind }) => kind === 'indirect')
    assert.equal(entities.find(({ id }) => id === asked?.speaker)?.name, 'Nora Vale', 'you is who answers')
  })
  it('not: what a writer asks, or asks the reader', async () => {
    assert.deepEqual(
      await turnsOf(
        'The pier fell into the sea on Monday.',
        'Who built it?',
        'The council did, in 1921.',
        'Who paid for it?',
        'Nobody knows.',
        'What will happen now?',
        'The council meets in May.'
      ),
      []
    )
  })
})

describe('posts and lists', () => {
  it('a post is signed below it, or behind it', async () => {
    assert.deepEqual(
      await turnsOf(
        'The ferry stopped on Monday.',
        'Forty years I took that boat. Goodbye, old friend.',
        '\u2014 Nora Vale (@noravale) May 4, 2022',
        'The pier is next. \u2014 Peter Olsen (@polsen) May 5, 2022'
      ),
      ['Nora Vale: Forty years I took that boat. Goodbye, old friend.', 'Peter Olsen: The pier is next.']
    )
  })
  it('a paragraph in marks below whom it is from', async () => {
    assert.deepEqual(
      await turnsOf(
        'Two people wrote to us.',
        'And from Nora Vale, of Harwick:',
        '\u201cThe boat was never late.\u201d'
      ),
      ['Nora Vale: \u201cThe boat was never late.\u201d']
    )
  })
  it('items below a verb are reports of its subject; those below a noun are not', async () => {
    assert.deepEqual(
      await turnsOf('The council demands:', '\u2022 that the pier be mended', '\u2022 that the ferry run on Sundays'),
      ['the council: that the pier be mended', 'the council: that the ferry run on Sundays']
    )
    assert.deepEqual(await turnsOf('The bag holds:', '\u2022 two apples', '\u2022 a map of the harbour'), [])
  })
})
