"""Word pieces: cased WordPiece, as src/encoder cuts them (Python alone; no other package)."""
import json
import re
import struct
import unicodedata

PAD, UNKNOWN, CLS, SEP, MASK, NEW_LINE = range(6)

# A longer word is one UNKNOWN, so a word has at most so many pieces.
LONGEST_WORD = 64

# One mark for one mark: offsets stay.
PLAIN_MARKS = str.maketrans({
    **{mark: '"' for mark in '\u201c\u201d\u201e\u00ab\u00bb'},
    **{mark: "'" for mark in '\u2018\u2019'},
    **{mark: '-' for mark in '\u2011\u2013\u2014\u2212'},
    **{mark: ' ' for mark in '\u00a0\u2009\u202f'},
})


class WordPieces:
    """Split at white space and around every mark, then the longest known piece first."""

    def __init__(self, path):
        """path: of an encoder that export.py wrote, or of a tokenizer.json"""
        self.pieces = exported_pieces(path) if path.endswith('.safetensors') else tokenizer_pieces(path)
        self.inner = {number for piece, number in self.pieces.items() if piece.startswith('##')}
        self.known = {}

    def of_text(self, text):
        """[(id, start, end)] in code points; every line that is not blank ends with NEW_LINE at (-1, -1)"""
        found, at = [], 0
        for line in text.translate(PLAIN_MARKS).split('\n'):
            if line.strip():
                for start, end in words(line):
                    found += [(piece, at + start + a, at + start + b) for piece, a, b in self.of_word(line[start:end])]
                found.append((NEW_LINE, -1, -1))
            at += len(line) + 1
        return found

    def of_word(self, word):
        """[(id, start, end)] within the word; one UNKNOWN for a word that is too long or has an unknown part"""
        if word not in self.known:
            self.known[word] = self.cut(word)
        return self.known[word]

    def cut(self, word):
        whole, found, start = [(UNKNOWN, 0, len(word))], [], 0
        if len(word) > LONGEST_WORD:
            return whole
        while start < len(word):
            prefix = '##' if start else ''
            end = next((end for end in range(len(word), start, -1) if prefix + word[start:end] in self.pieces), None)
            if end is None:
                return whole
            found.append((self.pieces[prefix + word[start:end]], start, end))
            start = end
        return found


def exported_pieces(path):
    with open(path, 'rb') as file:
        length, = struct.unpack('<Q', file.read(8))
        start, end = json.loads(file.read(length))['pieces']['data_offsets']
        file.seek(8 + length + start)
        pieces = file.read(end - start).decode('utf8').split('\n')[:-1]
    return {piece: number for number, piece in enumerate(pieces)}


def tokenizer_pieces(path):
    with open(path, encoding='utf8') as file:
        return json.load(file)['model']['vocab']


def words(line):
    """(start, end) of what stands between white space and marks, and of every mark"""
    for run in re.finditer(r'\S+', line):
        start = run.start()
        for index in range(run.start(), run.end()):
            if is_mark(line[index]):
                if index > start:
                    yield start, index
                yield index, index + 1
                start = index + 1
        if start < run.end():
            yield start, run.end()


def is_mark(character):
    """What BERT takes for punctuation: all of ASCII that is neither letter nor digit, and Unicode's category P."""
    point = ord(character)
    in_ascii = 33 <= point <= 47 or 58 <= point <= 64 or 91 <= point <= 96 or 123 <= point <= 126
    return in_ascii or unicodedata.category(character)[0] == 'P'
