"""Texts without labels, as windows: what a smaller reader learns from what a larger one says of them."""
import itertools
import lzma

import torch

from article import Article, Articles
from gold import training_documents
from model import WINDOW
from pieces import PAD
from tasks import cut

# Between two articles of the news.
BETWEEN = '<|doc|>'
# Windows of fewer pieces are left out: of news there is enough, and most of a batch would be filling.
FEWEST_NEWS_PIECES, FEWEST_GOLD_PIECES = 160, 8
# Pieces of what stands for a short article.
SHORTEST, LONGEST = 12, 94
# Shares of the short texts that are not as the news are.
IN_CAPITALS, SPOILED = 0.15, 0.05
# Characters of news that are read at a time.
CHUNK = 1_000_000


def news_windows(paths, word_pieces, chance):
    """ids of windows without end: every article of these files in order, again and again"""
    while True:
        for path in paths:
            for text in articles(path):
                yield from windows(Article(text, word_pieces), FEWEST_NEWS_PIECES, chance)


def short_windows(paths, word_pieces, chance):
    """ids without end of some lines from each article of these files, as if they were all of it"""
    while True:
        for path in paths:
            for text in articles(path):
                lines = text.strip().split('\n')
                some = '\n'.join(lines[chance.randrange(len(lines)):])[:10 * LONGEST]
                article = Article(unusual(some, chance.random()), word_pieces)
                yield article.window(0, min(len(article), chance.randint(SHORTEST, LONGEST)))


def unusual(text, drawn):
    """now and then in capitals, or as a wrong encoding spoils it; drawn: from 0 to 1"""
    if drawn < IN_CAPITALS:
        return text.upper()
    return text.encode().decode('cp1252', 'ignore') if drawn < IN_CAPITALS + SPOILED else text


def gold_windows(folder, files, word_pieces, chance):
    """ids of windows without end: the texts of the gold's files, all of them in a new order again and again"""
    documents, known = training_documents(folder, files), Articles(word_pieces)
    while True:
        for document in chance.sample(documents, len(documents)):
            yield from windows(known[document['text']], FEWEST_GOLD_PIECES, chance)


def batch_of(windows, count, length=WINDOW):
    """the next ids (count x length), filled up"""
    ids = torch.full((count, length), PAD)
    for row, window in enumerate(itertools.islice(windows, count)):
        ids[row, :len(window)] = torch.tensor(window)
    return ids


def articles(path):
    with lzma.open(path, 'rt', encoding='utf8', errors='replace') as file:
        rest = ''
        while chunk := file.read(CHUNK):
            *whole, rest = (rest + chunk).split(BETWEEN)
            yield from whole
    yield rest


def windows(article, fewest, chance):
    for start, end in cut(len(article), chance):
        if end - start >= fewest:
            yield article.window(start, end)
