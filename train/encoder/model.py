"""The encoder and its heads: what src/encoder computes, in PyTorch (1.13 or later), to teach and to check.

A window is CLS, up to 254 word pieces, SEP. Embedding `low` wide, lifted to `width`; blocks of RMS norm, rotary
attention (the halves of a head are rotated, full within the window), RMS norm, SwiGLU; a last RMS norm. Linear heads
for every piece; a cue is read by its first piece.
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

from pieces import PAD

WINDOW = 256
PIECES = 16_384
ROLES = ['none', 'source begin', 'source inside', 'source end', 'content begin', 'content inside', 'content end']
HEADS = {'cue': 3, 'loose': 3, 'edges': 3, 'names': 9, 'acting': 2}

# Roles: the length of the two vectors whose product is taken, and the width of the mixture with the distance.
RANK, HIDDEN = 64, 96
# Distances that the mixture knows: so many to the left, and as many to the right; one by one up to CLOSE, then by their
# logarithm.
DISTANCES, CLOSE = 32, 16


def widened(x):
    """Where autocast computes in 16 bits, sums go on in 32; 32 and 64 bits stay."""
    return x.float() if x.dtype == torch.bfloat16 else x


class Norm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.w = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6) * self.w


class Block(nn.Module):
    """Before each part a norm, after it a sum: attention, then SwiGLU."""

    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads, self.n1, self.n2 = heads, Norm(width), Norm(width)
        self.qkv, self.o = nn.Linear(width, 3 * width, bias=False), nn.Linear(width, width, bias=False)
        self.up, self.down = nn.Linear(width, 2 * inner, bias=False), nn.Linear(inner, width, bias=False)

    def forward(self, x, mask, dropout):
        x = self.attended(x, mask, dropout)
        return x + F.dropout(widened(self.down(self.units(x))), dropout, self.training)

    def attended(self, x, mask, dropout):
        windows, length, width = x.shape
        depth = width // self.heads
        projected = widened(self.qkv(self.n1(x))).view(windows, length, 3, self.heads, depth)
        query, key, value = projected.permute(2, 0, 3, 1, 4)
        weights = rotated(query) @ rotated(key).transpose(-1, -2) / math.sqrt(depth) + mask
        heard = (weights.softmax(-1) @ value).transpose(1, 2).reshape(windows, length, width)
        return x + F.dropout(widened(self.o(heard)), dropout, self.training)

    def units(self, x):
        """SwiGLU's, before `down` takes them together"""
        gate, up = self.up(self.n2(x)).chunk(2, -1)
        return F.silu(gate) * up


def rotated(x):
    length, depth = x.shape[-2:]
    speeds = 1.0 / 10000 ** (torch.arange(0, depth, 2, dtype=x.dtype) / depth)
    angles = torch.outer(torch.arange(length, dtype=x.dtype), speeds)
    first, second = x.chunk(2, -1)
    return torch.cat([first * angles.cos() - second * angles.sin(), first * angles.sin() + second * angles.cos()], -1)


class Encoder(nn.Module):
    def __init__(self, layers, width, heads, inner, low):
        super().__init__()
        self.emb = nn.Embedding(PIECES, low)
        self.lift = nn.Linear(low, width, bias=False) if low != width else nn.Identity()
        self.n0 = Norm(width)
        self.blocks = nn.ModuleList(Block(width, heads, inner) for _ in range(layers))
        self.nf = Norm(width)

    def forward(self, ids, dropout=0.0):
        """ids (windows x length, filled up with PAD) -> vectors (windows x length x width)"""
        x, mask = self.embedded(ids)
        for block in self.blocks:
            x = block(x, mask, dropout)
        return self.nf(x)

    def embedded(self, ids):
        """what the blocks begin with, and the mask that keeps them from hearing PAD"""
        mask = torch.where(ids != PAD, 0.0, -1e9)[:, None, None, :]
        return self.n0(widened(self.lift(self.emb(ids)))), mask


class Reader(nn.Module):
    """The encoder with what it is taught: `enc(ids)` gives vectors, `cue(vectors)` (HEADS) and `relate` logits."""

    def __init__(self, layers, width, heads, inner, low):
        super().__init__()
        self.enc = Encoder(layers, width, heads, inner, low)
        for name, labels in HEADS.items():
            setattr(self, name, nn.Linear(width, labels))
        self.role_cue, self.role_piece = (nn.Linear(width, len(ROLES) * RANK) for _ in range(2))
        self.mix_cue, self.mix_piece = (nn.Linear(width, HIDDEN) for _ in range(2))
        self.mix_far, self.mix_out = nn.Embedding(2 * DISTANCES, HIDDEN), nn.Linear(HIDDEN, len(ROLES))

    def relate(self, vectors, cues):
        """what every piece is to a cue: windows x cues x length x ROLES

        vectors: windows x length x width; cues: windows x cues, where the first piece of each stands (negative: none)
        """
        windows, length, width = vectors.shape
        at = cues.clamp(min=0)
        asking = torch.gather(vectors, 1, at[:, :, None].expand(-1, -1, width))
        asked = widened(self.role_cue(asking)).view(windows, -1, len(ROLES), RANK)
        offered = widened(self.role_piece(vectors)).view(windows, length, len(ROLES), RANK)
        product = torch.einsum('nkcr,ntcr->nktc', asked, offered) / math.sqrt(RANK)
        cue_part, piece_part = widened(self.mix_cue(asking)), widened(self.mix_piece(vectors))
        mixed = cue_part[:, :, None] + piece_part[:, None] + self.mix_far(distances(at, length))
        return product + widened(self.mix_out(F.silu(mixed)))


def distances(at, length):
    """the number of the distance from each position in `at` to each piece of the window"""
    off = torch.arange(length) - at[..., None]
    steps = off.abs().float()
    far = torch.where(steps < CLOSE, steps, CLOSE + torch.log2(steps.clamp(min=CLOSE) / CLOSE) * 3.4)
    return far.long().clamp(max=DISTANCES - 1) + DISTANCES * (off > 0)


def load(paths):
    """size (layers, width, heads, inner, low) and weights of a reader or a base in one file or more"""
    size, state = None, {}
    for path in paths:
        stored = torch.load(path, map_location='cpu')
        size = tuple(stored['size'])
        state.update({name: tensor.float() for name, tensor in stored['state'].items()})
    state.pop('enc.kind.weight', None)
    return size, state


def save(path, size, state):
    """in half precision, as `load` takes it"""
    torch.save({'size': size, 'state': {name: tensor.half() for name, tensor in state.items()}}, path)
