"""An article as word pieces, and the way between pieces and spans of its text."""
import bisect

from pieces import CLS, LONGEST_WORD, SEP


class Articles(dict):
    """text -> Article, each made once: two annotators of an article share it."""

    def __init__(self, word_pieces):
        super().__init__()
        self.word_pieces = word_pieces

    def __missing__(self, text):
        self[text] = Article(text, self.word_pieces)
        return self[text]


class Article:
    """`ids` of all pieces; `starts`, `ends` in code points (-1: the end of a paragraph).

    Spans are in UTF-16 units, as in the gold.
    """

    def __init__(self, text, word_pieces):
        found = word_pieces.of_text(text)
        self.ids = [piece for piece, _, _ in found]
        self.starts, self.ends = [start for _, start, _ in found], [end for _, _, end in found]
        self.point_of, self.unit_of = points_and_units(text)
        # Pieces that have text: what `pieces_in` searches.
        self.real = [at for at, start in enumerate(self.starts) if start >= 0]
        self.real_starts, self.real_ends = [self.starts[at] for at in self.real], [self.ends[at] for at in self.real]
        # Of every piece the first piece of its word.
        self.first = list(range(len(found)))
        for at in range(1, len(found)):
            if self.ids[at] in word_pieces.inner:
                self.first[at] = self.first[at - 1]

    def __len__(self):
        return len(self.ids)

    def window(self, start, end):
        """the ids of the pieces from `start` to `end`, as the encoder reads them"""
        return [CLS, *self.ids[start:end], SEP]

    def pieces_in(self, spans):
        """the pieces that these spans touch, in order"""
        touched, last = set(), len(self.point_of) - 1
        for start, end in spans:
            first = bisect.bisect_right(self.real_ends, self.point_of[min(start, last)])
            behind = bisect.bisect_left(self.real_starts, self.point_of[min(end, last)])
            touched.update(self.real[first:behind])
        return sorted(touched)

    def spans_of(self, pieces):
        """[[start, end]] of neighbours together, over the ends of paragraphs, too"""
        spans, before = [], None
        for piece in pieces:
            if self.starts[piece] < 0:
                continue
            end = self.unit_of[self.ends[piece]]
            if before is not None and (piece == before + 1 or piece == before + 2 and self.starts[before + 1] < 0):
                spans[-1][1] = end
            else:
                spans.append([self.unit_of[self.starts[piece]], end])
            before = piece
        return spans

    def whole_words(self, pieces):
        """all pieces of the words that these touch"""
        touched = {self.first[piece] for piece in pieces}
        if not touched:
            return []
        end = min(len(self), max(pieces) + LONGEST_WORD)
        return [piece for piece in range(min(touched), end) if self.first[piece] in touched]

    def by_words(self, labels):
        """Each word as its first piece says.

        Labels: 0, or an odd number where something begins and the next even one where it goes on.
        """
        return [label if self.first[at] == at else inside(labels[self.first[at]]) for at, label in enumerate(labels)]


def inside(label):
    return label + label % 2


def points_and_units(text):
    """of every UTF-16 unit the code point, of every code point the first unit; both with the end"""
    point_of, unit_of = [], []
    for point, character in enumerate(text):
        unit_of.append(len(point_of))
        point_of += [point] * (2 if ord(character) > 0xFFFF else 1)
    return [*point_of, len(text)], [*unit_of, len(point_of)]
