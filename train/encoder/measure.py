#!/usr/bin/env python3
"""Quick figures of a reader alone on the dev sets, while it is taught (`../shared/eval/score.mjs` is the judge).

  OMP_NUM_THREADS=1 /usr/bin/python3 train/encoder/measure.py READER.pt TOKENIZER.json ../shared/gold
"""
import array
import os
import re
import sys

from article import Article
from gold import TYPES, read_lines
from model import Reader, load
from pieces import WordPieces
from reading import names, quotations

PARTS = {'source': 'sources', 'cue': 'cues', 'content': 'contents'}
# Two contents are of one quotation when they share at least half of the characters that both have.
SHARED = 0.5


def main(reader_path, tokenizer_path, gold):
    size, state = load(reader_path.split(','))
    reader = Reader(*size).eval()
    reader.load_state_dict(state)
    print(figures(reader, gold, WordPieces(tokenizer_path)))


def figures(reader, gold, word_pieces):
    """F1 in percent: exact source, cue, content, quotations found, attributed (PolNeAR dev), names (CoNLL-2003 dev)"""
    said = read_lines(os.path.join(gold, 'quotes/polnear-dev.jsonl'))
    named = read_lines(os.path.join(gold, 'entities/conll2003-dev.jsonl'))
    return {
        **quote_figures(said, lambda text: quotations(reader, Article(text, word_pieces))),
        'names': name_figure(named, lambda text: names(reader, Article(text, word_pieces))),
    }


def quote_figures(gold, read):
    """of each annotator's reading of each article; read: text -> quotations"""
    exact, found, attributed = {part: Count() for part in PARTS}, Count(), Count()
    predictions = {}
    for document in gold:
        text = document['text']
        if text not in predictions:
            predictions[text] = read(text)
        predicted, attributions = predictions[text], document['attributions']
        for part, key in PARTS.items():
            expected = [spans for attribution in attributions for spans in attribution[key]]
            exact[part].add_sets(lines_of(text, expected), lines_of(text, [quote[part] for quote in predicted]))
        annotated = [(characters(joined(a['contents'])), characters(joined(a['sources']))) for a in attributions]
        annotated = [(content, source) for content, source in annotated if content]
        read_here = [(characters(quote['content']), characters(quote['source'])) for quote in predicted]
        pairs = matched(annotated, read_here)
        right = sum(bool(annotated[i][1] & read_here[j][1]) or not annotated[i][1] | read_here[j][1] for i, j in pairs)
        found.add(len(pairs), len(annotated), len(read_here))
        attributed.add(right, len(annotated), len(read_here))
    return {**{part: count.f1() for part, count in exact.items()}, 'found': found.f1(), 'attributed': attributed.f1()}


def name_figure(gold, read):
    """exact names with their types; read: text -> [(start, end, type)]"""
    count = Count()
    for document in gold:
        named = [entity for entity in document['entities'] if entity['type'] in TYPES and entity['type'] != 'misc']
        expected = {(entity['start'], entity['end'], entity['type']) for entity in named}
        count.add_sets(expected, set(read(document['text'])))
    return count.f1()


class Count:
    def __init__(self):
        self.right = self.expected = self.predicted = 0

    def add(self, right, expected, predicted):
        self.right += right
        self.expected += expected
        self.predicted += predicted

    def add_sets(self, expected, predicted):
        self.add(len(expected & predicted), len(expected), len(predicted))

    def f1(self):
        return round(200 * self.right / max(1, self.expected + self.predicted), 2)


def lines_of(text, parts):
    """{(start, end)}: what stands of these spans on each line, without the space around"""
    units = array.array('H', text.encode('utf-16-le', 'surrogatepass'))
    found = set()
    for start, end in joined(parts):
        for line in re.finditer(r'[^\r\n]+', ''.join(map(chr, units[start:end]))):
            inner = line.group().strip()
            if inner:
                at = start + line.start() + line.group().index(inner)
                found.add((at, at + len(inner)))
    return found


def matched(annotated, read_here):
    """[(i, j)] of quotations whose contents are the same one, the most alike first"""
    alike = sorted(
        (
            (len(content & other) / len(content | other), i, j)
            for i, (content, _) in enumerate(annotated)
            for j, (other, _) in enumerate(read_here)
            if content & other
        ),
        reverse=True,
    )
    pairs = {}
    for share, i, j in alike:
        if share >= SHARED and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def characters(spans):
    return {at for start, end in spans for at in range(start, end)}


def joined(lists):
    return [item for items in lists for item in items]


if __name__ == '__main__':
    main(*sys.argv[1:])
