import type { Resemblance } from '../../../../src/article'

/** Written for these tests. */
export const articles: Readonly<Record<string, string>> = {
  'a news item': `LEEDS, May 3 (Northwire) -- A bridge over the Aire was closed on Friday after engineers found cracks in two of its piers.

"We could not take the risk," said Mary Holt, who leads the city's road department. She did not say when the bridge would open again.

Some 12,000 cars cross it every day. Shopkeepers said they feared for their business.`,
  'news about software': `Open-source database changes its licence again

The company behind the popular Granite database said on Tuesday it would return to an open-source licence, two years after a change that angered developers.

"We heard the community," Chief Executive Dana Holt wrote in a blog post. The software will be available under the AGPL, a licence that requires anyone who runs a modified version as a service to share the source code. The previous version, 8.2, will stay under the old terms.

Developers who maintain a fork of the project said they had no plans to merge their code back. "Trust, once broken, takes time," said Priya Nair, who maintains Opal, the fork hosted at github.com.`,
  'questions and answers': `Q: When did you first hear about the flood?
A: On Monday morning. My neighbour called.
Q: And what did you do?
A: I took the dog and left.
Q: Did you take anything else?
A: No. There was no time.`,
  'a headline': `BREAKING: Prime minister resigns`,
  'one sentence': `Ann said hello.`,
  'a recipe': `Grandma's bread

Ingredients:
- 500 g flour
- 10 g salt
- 1 tsp yeast
- 350 ml water

Mix everything and let it rest for 12 hours. Bake at 230 degrees for 40 minutes.`,
  'results of a day': `Premier League results

Arsenal 2-1 Chelsea
Liverpool 0-0 Everton
Leeds 3-2 Burnley
Fulham 1-1 Brentford`,
  'a column': `The case for slow trains

I like slow trains. They stop where nobody gets on. They wait for the other one. You look out of the window and there is a heron, and it is the same heron as last year, or so you tell yourself.

There is an argument, of course, for speed. I have read it. It has numbers in it.`,
  'a Markdown article with front matter': `---
title: "What the river took"
author: Jane Doe
date: 2024-05-01
tags: [flood, housing]
---

# What the river took

*By Jane Doe*

![The river](river.jpg)

The **river** came at night. "We had ten minutes," says [Ana Lopez](https://example.com/ana), 54.

## Ten minutes

- The dog
- The papers
- Nothing else

> We had ten minutes.

| Street | Houses |
| --- | --- |
| Mill Lane | 12 |
| Bridge Street | 7 |
`,
  'an article whose line ends are lost, with its time and that of its change': `2024-05-01 10:00:01 Bridge closed. Updated: 2024-05-01 12:30:00. ${'The county said on Monday that the bridge over the Aire would stay closed. "We could not take the risk," said Mary Holt. '.repeat(120)}`,
  'an article with very long lines, the first of which has a time': `2024-05-01 10:00:01 ${'The county said on Monday that the bridge over the Aire would stay closed. '.repeat(200)}
${'"We could not take the risk," said Mary Holt, who leads the road department. '.repeat(200)}`,
  'a live blog': `10:05 The session opens.
10:12 The minister arrives, late.
10:30 "We will not raise taxes," she says.
10:41 Shouts from the opposition.
11:02 The vote is postponed.`,
  'a death notice': `John Smith, 1931-2024. Baker. He leaves two daughters.`,
  'a press release': `FOR IMMEDIATE RELEASE
Contact: Mary Major, (555) 010-2030, press@example.org

ACME OPENS NEW PLANT

SPRINGFIELD, Ill., March 3, 2024 /PRNewswire/ -- Acme Corp. (NYSE: ACME) today announced the opening of its new plant. "This is a great day," said Bob Roe, CEO.

About Acme
Acme makes things. For more information visit www.example.org.`,
  'news about a licence': `The court ruled 5-4 on Monday that the software company's terms of service are not a valid contract. The warranty disclaimer, Justice Ray wrote, "is buried under forty screens of text." Copyright lawyers said the ruling could change how licenses are written.`
}

const story =
  'The minister said that the request was refused because the office had closed and nobody could wait any longer. '

export const others: Readonly<Record<string, { readonly text: string; readonly resembles: Resemblance | null }>> = {
  'a log': {
    resembles: 'log',
    text: `2024-05-01 10:00:01 INFO server started on port 8080
2024-05-01 10:00:05 WARN slow query 1200ms
2024-05-01 10:00:09 ERROR connection refused
2024-05-01 10:00:12 INFO retrying in 500ms
2024-05-01 10:00:13 INFO connected
2024-05-01 10:00:20 INFO job 12 finished`
  },
  'a log that tells long stories': {
    resembles: 'log',
    text: Array.from({ length: 12 }, (_, minute) => `2024-05-01 10:${10 + minute}:01 ${story.repeat(40)}`).join('\n')
  },
  'a log of which one line is longer than what is measured': {
    resembles: 'log',
    text: Array.from({ length: 5 }, (_, minute) => `2024-05-01 10:${10 + minute}:01 ${story.repeat(120)}`).join('\n\n')
  },
  'a log with a title and very long lines': {
    resembles: 'log',
    text: [`What happened`, ...[1, 2, 3].map((day) => `[2024-05-0${day} 10:00:01] ${story.repeat(120)}`)].join('\r')
  },
  'a log whose line ends are lost': {
    resembles: 'log',
    text: Array.from({ length: 6 }, (_, minute) => `2024-05-01 10:${10 + minute}:01 ${story.repeat(25)}`).join(' ')
  },
  'a list of requirements': {
    resembles: 'requirements',
    text: `requests==2.31.0
numpy>=1.26
pandas
flask~=3.0`
  },
  'a change log': {
    resembles: 'change-log',
    text: `# Changelog

## 1.2.0
- Added dark mode
- Fixed crash on start

## 1.1.0
- Initial release`
  },
  'a README': {
    resembles: 'read-me',
    text: `# my-tool

A small tool that does things.

## Install

npm install my-tool

## Usage

Run \`my-tool --help\`.`
  },
  'a list of sources': {
    resembles: 'list',
    text: `Sources

- https://www.example.com/a  downloaded 2024-01-02
- https://www.example.com/b  downloaded 2024-01-03
- archive/1996/box4.pdf  scanned, OCR with Tesseract 5`
  },
  'notes on a corpus': {
    resembles: null,
    text: `Notes on the corpus

The articles in this folder were downloaded from LexisNexis on 3 May 2024
with the query "flood AND housing". File names are DATE_OUTLET_N.txt.
Duplicates were removed with dedupe.py. See codebook.md for the coding rules.`
  },
  'a table': {
    resembles: 'table',
    text: `id,name,date,count
1,Leeds,2024-01-01,5
2,York,2024-01-02,7
3,Hull,2024-01-03,2`
  },
  'heads of an e-mail': {
    resembles: 'settings',
    text: `From: a@example.com
To: b@example.com
Subject: Meeting
Date: Mon, 3 May 2024 10:00:00 +0000
Message-ID: <123@example.com>`
  },
  'a list of words': {
    resembles: 'list',
    text: `apple
banana
cherry
date
elderberry
fig
grape`
  },
  'a specification': {
    resembles: 'manual',
    text: `Network Working Group                                          J. Postel
Request for Comments: 9999                                           ISI

                     A STANDARD FOR THINGS

1.  Introduction

   This document specifies a protocol for things.  Implementations MUST
   support the following octets.

2.  Message Format

    +--------+--------+
    |  type  | length |
    +--------+--------+`
  },
  'robots.txt': {
    resembles: 'settings',
    text: `User-agent: *
Disallow: /private/`
  },
  'source code': {
    resembles: 'code',
    text: `function add(a, b) {
  return a + b;
}
console.log(add(1, 2));`
  },
  'a manual page': {
    resembles: 'manual',
    text: `NAME
       ls - list directory contents

SYNOPSIS
       ls [OPTION]... [FILE]...

DESCRIPTION
       List information about the FILEs.`
  },
  'a licence': {
    resembles: 'licence',
    text: `MIT License

Copyright (c) 2024 Jane Doe

Permission is hereby granted, free of charge, to any person obtaining a copy of this software.`
  }
}
