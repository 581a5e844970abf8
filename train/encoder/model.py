"""The encoder and its heads, and its word pieces: what src/encoder computes, in PyTorch (1.13 or later; no other package).

A window is CLS, up to 254 word pieces, SEP. Embedding `low` wide, lifted to `width`; blocks of RMS norm, rotary attention (the halves of a
head are rotated, full within the window), RMS norm, SwiGLU; a last RMS norm. Linear heads for every piece; a cue is read by its first piece.
"""
import json
import math
import re
import unicodedata

import torch
from torch import nn
from torch.nn import functional as F

WINDOW = 256
PAD, UNKNOWN, CLS, SEP, MASK, NEW_LINE = range(6)
ROLES = ['none', 'source begin', 'source inside', 'source end', 'content begin', 'content inside', 'content end']
HEADS = {'cue': 3, 'loose': 3, 'edges': 3, 'names': 9, 'acting': 2}

# One mark for one mark: offsets stay.
PLAIN_MARKS = str.maketrans({
    **{mark: '"' for mark in '\u201c\u201d\u201e\u00ab\u00bb'},
    **{mark: "'" for mark in '\u2018\u2019'},
    **{mark: '-' for mark in '\u2011\u2013\u2014\u2212'},
    **{mark: ' ' for mark in '\u00a0\u2009\u202f'},
})


def is_mark(character):
    """What BERT takes for punctuation: all of ASCII that is neither letter nor digit, and Unicode's category P."""
    point = ord(character)
    return 33 <= point <= 47 or 58 <= point <= 64 or 91 <= point <= 96 or 123 <= point <= 126 or unicodedata.category(character)[0] == 'P'


class WordPieces:
    """Cased WordPiece: split at white space and around every mark, then the longest known piece first."""

    longest_word = 64

    def __init__(self, path):
        self.pieces = json.load(open(path, encoding='utf8'))['model']['vocab']

    def of_word(self, word):
        """[(id, start, end)] within the word; one UNKNOWN for a word that is too long or has an unknown part"""
        whole, found, start = [(UNKNOWN, 0, len(word))], [], 0
        if len(word) > self.longest_word:
            return whole
        while start < len(word):
            prefix = '##' if start else ''
            end = next((end for end in range(len(word), start, -1) if prefix + word[start:end] in self.pieces), None)
            if end is None:
                return whole
            found.append((self.pieces[prefix + word[start:end]], start, end))
            start = end
        return found

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


def words(line):
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


class Norm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.w = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6) * self.w


class Block(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads, self.n1, self.n2 = heads, Norm(width), Norm(width)
        self.qkv, self.o = nn.Linear(width, 3 * width, bias=False), nn.Linear(width, width, bias=False)
        self.up, self.down = nn.Linear(width, 2 * inner, bias=False), nn.Linear(inner, width, bias=False)

    def forward(self, x):
        length, width = x.shape
        depth = width // self.heads
        query, key, value = self.qkv(self.n1(x)).view(length, 3, self.heads, depth).permute(1, 2, 0, 3)
        query, key = rotated(query), rotated(key)
        weights = (query @ key.transpose(-1, -2) / math.sqrt(depth)).softmax(-1)
        x = x + self.o((weights @ value).transpose(0, 1).reshape(length, width))
        gate, up = self.up(self.n2(x)).chunk(2, -1)
        return x + self.down(F.silu(gate) * up)


def rotated(x):
    length, depth = x.shape[-2:]
    speeds = 1.0 / 10000 ** (torch.arange(0, depth, 2, dtype=x.dtype) / depth)
    angles = torch.outer(torch.arange(length, dtype=x.dtype), speeds)
    first, second = x.chunk(2, -1)
    return torch.cat([first * angles.cos() - second * angles.sin(), first * angles.sin() + second * angles.cos()], -1)


class Encoder(nn.Module):
    def __init__(self, pieces, layers, width, heads, inner, low):
        super().__init__()
        self.emb, self.lift = nn.Embedding(pieces, low), nn.Linear(low, width, bias=False) if low != width else nn.Identity()
        self.n0, self.blocks, self.nf = Norm(width), nn.ModuleList(Block(width, heads, inner) for _ in range(layers)), Norm(width)

    def forward(self, ids):
        x = self.n0(self.lift(self.emb(ids)))
        for block in self.blocks:
            x = block(x)
        return self.nf(x)


class Reader(nn.Module):
    """One window at a time: ids -> vectors (length x width); `head(vectors)` and `relate(vectors, cue)` give logits."""

    def __init__(self, size, state):
        super().__init__()
        layers, width, heads, inner, low = size
        self.rank, hidden = state['role_cue.weight'].shape[0] // len(ROLES), state['mix_cue.weight'].shape[0]
        self.enc = Encoder(state['enc.emb.weight'].shape[0], layers, width, heads, inner, low)
        for name, labels in HEADS.items():
            setattr(self, name, nn.Linear(width, labels))
        self.role_cue, self.role_piece = (nn.Linear(width, len(ROLES) * self.rank) for _ in range(2))
        self.mix_cue, self.mix_piece = (nn.Linear(width, hidden) for _ in range(2))
        self.mix_far, self.mix_out = nn.Embedding(64, hidden), nn.Linear(hidden, len(ROLES))
        self.load_state_dict(state)

    def relate(self, vectors, cue):
        """what every piece is to the cue whose first piece is at `cue`: length x 7"""
        length = len(vectors)
        asked = self.role_cue(vectors[cue]).view(len(ROLES), self.rank)
        offered = self.role_piece(vectors).view(length, len(ROLES), self.rank)
        off = torch.arange(length) - cue
        steps = off.abs().float()
        far = torch.where(steps < 16, steps, 16 + torch.log2(steps.clamp(min=16) / 16) * 3.4).long().clamp(max=31) + 32 * (off > 0)
        mixed = F.silu(self.mix_cue(vectors[cue]) + self.mix_piece(vectors) + self.mix_far(far))
        return torch.einsum('rk,trk->tr', asked, offered) / math.sqrt(self.rank) + self.mix_out(mixed)


def load(paths):
    """size (layers, width, heads, inner, low) and weights of a reader in one file or more"""
    size, state = None, {}
    for path in paths:
        stored = torch.load(path, map_location='cpu')
        size = tuple(stored['size'])
        state.update({name: tensor.float() for name, tensor in stored['state'].items()})
    state.pop('enc.kind.weight', None)
    return size, state
