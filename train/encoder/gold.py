"""The gold that the encoder learns from, as labels of word pieces.

It lies beside the project (`../shared/gold`) and is never committed.
"""
import json
import os
from dataclasses import dataclass

from article import Article

QUOTES = ['quotes/polnear-train.jsonl']
NAMES = ['entities/conll2003-train.jsonl', 'entities/polnear-entities-dev.jsonl']
ACTING = ['acting/relocar-train.jsonl', 'acting/semeval2007-train.jsonl']
TYPES = ['person', 'organization', 'place', 'misc']

# What cross entropy leaves out: pieces of which the gold says nothing.
UNSAID = -100
# Pieces around a place name of the acting sets, which have single sentences and short texts.
BEFORE_PLACE, PLACE_WINDOW = 100, 200


@dataclass(frozen=True)
class Relation:
    """One attribution: the pieces of its content, its cue and its source, in order; cue and source may be empty."""

    content: list
    cue: list
    source: list


@dataclass(frozen=True)
class Quoted:
    """An article as one annotator read it, with a label for each piece.

    cue and loose (a content without a cue): 0, 1 begin, 2 inside; edges of any content: 0, 1 begin, 2 end.
    """

    article: Article
    relations: list
    cue: list
    loose: list
    edges: list


@dataclass(frozen=True)
class Named:
    """An article with a label for each piece: 0, or 1 + 2 times the number of the type where a name begins; one more
    inside."""

    article: Article
    labels: list


def read_lines(path):
    with open(path, encoding='utf8') as file:
        return [json.loads(line) for line in file if line.strip()]


def training_documents(folder, files, fold=None):
    """the documents of these files that are taught"""
    return [document for file in files for document in without_fold(read_lines(os.path.join(folder, file)), fold)]


def without_fold(documents, fold):
    """All documents of a file but the fold's.

    fold: None, or (I, K), which leaves every K-th id out, beginning with the I-th (0 … K - 1), in the order of ids;
    both annotators' readings of an article share its id. `heldOutEncoders.ts` deals them in the same way.
    """
    if fold is None:
        return documents
    number, folds = fold
    left_out = set(sorted({document['id'] for document in documents})[number::folds])
    return [document for document in documents if document['id'] not in left_out]


def quoted(document, articles):
    """a document of QUOTES -> Quoted"""
    article = articles[document['text']]
    relations = relations_of(document, article)
    cues = [run for relation in relations for run in runs(relation.cue)]
    loose = [run for relation in relations if not relation.cue for run in runs(relation.content)]
    edges = [0] * len(article)
    for relation in relations:
        for run in runs(relation.content):
            edges[run[-1]] = 2
            edges[run[0]] = 1
    return Quoted(article, relations, begin_inside(len(article), cues), begin_inside(len(article), loose), edges)


def relations_of(document, article):
    pieces = lambda parts: article.pieces_in([span for part in parts for span in part])
    found = [
        Relation(pieces(attribution['contents']), pieces(attribution['cues']), pieces(attribution['sources']))
        for attribution in document['attributions']
    ]
    return [relation for relation in found if relation.content]


def named(document, articles):
    """a document of NAMES -> Named"""
    article = articles[document['text']]
    labels = [0] * len(article)
    for entity in document['entities']:
        if entity['type'] in TYPES:
            begin = 1 + 2 * TYPES.index(entity['type'])
            for at, piece in enumerate(article.pieces_in([[entity['start'], entity['end']]])):
                labels[piece] = begin if at == 0 else begin + 1
    return Named(article, labels)


def acting_row(document, articles):
    """a document of ACTING -> (ids, labels), or None if the gold leaves it open

    Labels: 1 where the place name stands for somebody, 0 where it is a place.
    """
    if document['reading'] == 'mixed':
        return None
    article = articles[document['text']]
    place = article.pieces_in([[document['start'], document['end']]])
    if not place:
        return None
    start = max(0, min(place[0] - BEFORE_PLACE, len(article) - PLACE_WINDOW))
    end = min(len(article), start + PLACE_WINDOW)
    labels = [UNSAID] * (end - start)
    for piece in place:
        if start <= piece < end:
            labels[piece - start] = int(document['reading'] == 'metonymic')
    return article.window(start, end), [UNSAID, *labels, UNSAID]


def begin_inside(length, groups):
    labels = [0] * length
    for group in groups:
        for at, piece in enumerate(group):
            labels[piece] = 1 if at == 0 else 2
    return labels


def runs(pieces):
    """[[piece, …]]: neighbours together"""
    found = []
    for piece in pieces:
        if found and found[-1][-1] >= piece - 1:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found
