#!/usr/bin/env python3
"""Teaches a base encoder who says what, names, and places that act, from the gold, on a CPU: all tasks together.

  OMP_NUM_THREADS=1 /usr/bin/python3 train/encoder/teach.py BASE-0.pt,BASE-1.pt models/encoder.safetensors \\
    ../shared/gold READER.pt --minutes 60

A last line has the quick figures on dev (measure.py). README.md has the whole way.
"""
import argparse
import random

import torch

from article import Articles
from gold import ACTING, NAMES, QUOTES, acting_row, named, quoted, training_documents
from measure import figures
from model import Reader, load, save
from pieces import WordPieces
from running import progress_of, run, say
from tasks import Lessons, losses, together

# Heads that the base does not have start from nothing and may go faster.
RATE_OF_NEW_HEADS = 2e-3
WEIGHT_DECAY = {'matrices': 0.05, 'vectors and embedding': 0.0, 'heads': 0.01}
BETAS = (0.9, 0.98)


def main():
    options = read_options()
    torch.manual_seed(options.seed)
    word_pieces = WordPieces(options.tokenizer)
    lessons = read_lessons(options.gold, word_pieces, options.fold, random.Random(options.seed))
    size, reader, new_heads = prepared(options.bases.split(','))
    say('base', size, 'heads', 'new' if new_heads else 'as the base has them')
    optimizer = optimizer_of(reader, options.rate, new_heads)
    lesson = lambda: losses(reader, lessons.next())
    average = run(reader, optimizer, lesson, together, progress_of(options), lambda: passes(lessons))
    save(options.out, size, average)
    reader.load_state_dict(average)
    say('dev', figures(reader.eval(), options.gold, word_pieces))


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('bases', help='a base in one file or more, joined by commas; a reader to go on with')
    parser.add_argument('tokenizer', help='of which the word pieces are: an exported encoder, or a tokenizer.json')
    parser.add_argument('gold', help="the gold's folder")
    parser.add_argument('out', help='the taught reader, for export.py')
    parser.add_argument('--minutes', type=float, default=60, help='of processor time, all threads together')
    parser.add_argument('--steps', type=int, help='so many steps instead: the same on every machine')
    parser.add_argument('--fold', type=fold, help='I/K: without every K-th document, from the I-th (0 … K - 1) on')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--rate', type=float, default=3e-4)
    return parser.parse_args()


def fold(text):
    number, folds = map(int, text.split('/'))
    if not 0 <= number < folds:
        raise ValueError(text)
    return number, folds


def read_lessons(folder, word_pieces, left_out, chance):
    articles = Articles(word_pieces)
    documents = [quoted(document, articles) for document in training_documents(folder, QUOTES, left_out)]
    names = [named(document, articles) for document in training_documents(folder, NAMES, left_out)]
    acting = [acting_row(document, articles) for document in training_documents(folder, ACTING, left_out)]
    acting = [row for row in acting if row]
    say('gold: articles with quotes', len(documents), 'with names', len(names), 'texts with acting places', len(acting))
    return Lessons(documents, names, acting, word_pieces, chance)


def prepared(paths):
    """size, a reader with what the base has of it, and whether heads of it are new (a base may know simpler roles)"""
    size, state = load(paths)
    if not any(name.startswith('enc.') for name in state):
        state = {'enc.' + name: tensor for name, tensor in state.items()}
    reader = Reader(*size)
    own = reader.state_dict()
    known = {name: tensor for name, tensor in state.items() if name in own and own[name].shape == tensor.shape}
    missing = reader.load_state_dict(known, strict=False).missing_keys
    unknown = [name for name in missing if name.startswith('enc.')]
    if unknown:
        raise ValueError(f'the base has no {unknown[0]} of this size')
    return size, reader.train(), bool(missing)


def optimizer_of(reader, rate, new_heads):
    """AdamW over three groups; `rate` in each is where its learning rate starts from"""
    parts = {part: [] for part in WEIGHT_DECAY}
    for name, parameter in reader.named_parameters():
        parts[part_of(name, parameter)].append(parameter)
    rates = {'matrices': rate, 'vectors and embedding': rate, 'heads': RATE_OF_NEW_HEADS if new_heads else 2 * rate}
    groups = [
        {'params': parameters, 'weight_decay': WEIGHT_DECAY[part], 'rate': rates[part]}
        for part, parameters in parts.items()
    ]
    return torch.optim.AdamW(groups, lr=rate, betas=BETAS)


def part_of(name, parameter):
    if not name.startswith('enc.'):
        return 'heads'
    return 'vectors and embedding' if parameter.ndim < 2 or '.emb.' in name else 'matrices'


def passes(lessons):
    return f'passes over quotes {lessons.quotes.passes}, names {lessons.names.passes}, acting {lessons.acting.passes}'


if __name__ == '__main__':
    main()
