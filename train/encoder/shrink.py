#!/usr/bin/env python3
"""A taught reader with fewer SwiGLU units, which says what the larger one says. On a CPU, without labels.

  OMP_NUM_THREADS=1 /usr/bin/python3 train/encoder/shrink.py READER.pt models/encoder.safetensors \\
    ../shared/lab/encoder/news ../shared/gold SMALLER.pt --inner 448 --steps 600

SMALLER.pt has what is not as in READER.pt: read them together, as READER.pt,SMALLER.pt. A last line has the
quick figures on dev (measure.py). README.md has the whole way.
"""
import argparse
import glob
import os
import random

import torch

from gold import ACTING, NAMES
from measure import figures
from mimicry import Mimicry, together
from model import Reader, load, save
from narrow import narrowed
from pieces import WordPieces
from running import progress_of, run, say
from tasks import with_single_marks
from texts import LONGEST, batch_of, gold_windows, news_windows, short_windows

# Windows that tell which units can go, and those of one step: of news; of the gold's texts that are no such news (an
# agency's tables of 1996, sentences of books); and short ones.
NEWS_TO_NARROW, OTHERS_TO_NARROW = 200, 60
NEWS_IN_STEP, OTHERS_IN_STEP, SHORT_IN_STEP = 12, 6, 8
BETAS = (0.9, 0.98)


def main():
    options = read_options()
    torch.manual_seed(options.seed)
    word_pieces = WordPieces(options.tokenizer)
    supply = Supply(options, word_pieces)
    size, larger = opened(options.reader)
    size, state = narrowed(size, larger, supply.to_narrow(), options.inner)
    say('narrowed', size)
    smaller = Reader(*size)
    smaller.load_state_dict(state)
    mimicry = Mimicry(larger, smaller)
    lesson = lambda: mimicry.losses(supply.for_a_step())
    average = run(smaller, optimizer_of(smaller, options.rate), lesson, together, progress_of(options))
    save(options.out, size, unlike(average, larger.state_dict()))
    smaller.load_state_dict(average)
    say('dev', figures(smaller.eval(), options.gold, word_pieces))


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('reader', help='the larger reader, taught')
    parser.add_argument('tokenizer', help='of which the word pieces are: an exported encoder, or a tokenizer.json')
    parser.add_argument('news', help='a folder with news, *.txt.xz')
    parser.add_argument('gold', help="the gold's folder; its labels are not used")
    parser.add_argument('out', help='the smaller reader, for export.py')
    parser.add_argument('--inner', type=int, default=448, help='SwiGLU units of a layer')
    parser.add_argument('--minutes', type=float, default=12, help='of processor time')
    parser.add_argument('--steps', type=int, help='so many steps instead: the same on every machine')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--rate', type=float, default=1e-4)
    return parser.parse_args()


class Supply:
    """Texts without end, as ids of windows."""

    def __init__(self, options, word_pieces):
        self.chance = random.Random(options.seed)
        files = sorted(glob.glob(os.path.join(options.news, '*.txt.xz')))
        self.news = news_windows(files, word_pieces, self.chance)
        self.short = short_windows(files[::-1], word_pieces, self.chance)
        self.others = gold_windows(options.gold, NAMES + ACTING, word_pieces, self.chance)
        self.marks = word_pieces.pieces['"'], word_pieces.pieces["'"]

    def to_narrow(self):
        return torch.cat([batch_of(self.news, NEWS_TO_NARROW), batch_of(self.others, OTHERS_TO_NARROW)])

    def for_a_step(self):
        """batches; of the news some with single quotation marks, which its papers do not use"""
        news, short = batch_of(self.news, NEWS_IN_STEP), batch_of(self.short, SHORT_IN_STEP, LONGEST + 2)
        with_marks = [with_single_marks(ids, self.marks, self.chance) for ids in (news, short)]
        return [*with_marks, batch_of(self.others, OTHERS_IN_STEP)]


def opened(paths):
    size, state = load(paths.split(','))
    reader = Reader(*size)
    reader.load_state_dict(state)
    return size, reader.eval()


def optimizer_of(reader, rate):
    """AdamW over the layers. The heads stay, and so do the word pieces: a run meets the rare ones too seldom."""
    for name, parameter in reader.named_parameters():
        parameter.requires_grad_(name.startswith('enc.') and not name.startswith('enc.emb.'))
    learning = [parameter for parameter in reader.parameters() if parameter.requires_grad]
    return torch.optim.AdamW([{'params': learning, 'rate': rate}], lr=rate, betas=BETAS, weight_decay=0)


def unlike(state, other):
    same = lambda name: state[name].shape == other[name].shape and torch.equal(state[name], other[name])
    return {name: tensor for name, tensor in state.items() if not same(name)}


if __name__ == '__main__':
    main()
