#!/usr/bin/env python3
"""Teaches a base encoder who says what, names, and places that act, from the gold, on a CPU: all tasks together.

  OMP_NUM_THREADS=1 /usr/bin/python3 train/encoder/teach.py BASE-0.pt,BASE-1.pt models/encoder.safetensors \\
    ../shared/gold READER.pt --minutes 60

A last line has the quick figures on dev (measure.py). README.md has the whole way.
"""
import argparse
import random
import time

import torch

from article import Articles
from gold import ACTING, NAMES, QUOTES, acting_row, named, quoted, training_documents
from measure import figures
from model import Reader, load, save
from pieces import WordPieces
from tasks import Lessons, losses, together

# Heads that the base does not have start from nothing and may go faster.
RATE_OF_NEW_HEADS = 2e-3
# The rate rises for so many steps, then falls in a straight line with the time that is left, down to a hundredth.
WARMING_STEPS, LOWEST_SHARE = 100, 0.01
WEIGHT_DECAY = {'matrices': 0.05, 'vectors and embedding': 0.0, 'heads': 0.01}
BETAS = (0.9, 0.98)
LONGEST_GRADIENT = 1.0
# The reader that is kept is a moving average: of the last 500 steps or so, at the start of fewer.
LONGEST_MEMORY, SOON = 0.998, 20
REPORT_STEPS = 100
REPORT_MEMORY = 0.97


def main():
    options = read_options()
    torch.manual_seed(options.seed)
    word_pieces = WordPieces(options.tokenizer)
    lessons = read_lessons(options.gold, word_pieces, options.fold, random.Random(options.seed))
    size, reader, new_heads = prepared(options.bases.split(','))
    say('base', size, 'heads', 'new' if new_heads else 'as the base has them')
    optimizer = optimizer_of(reader, options.rate, new_heads)
    progress = in_steps(options.steps) if options.steps else in_minutes(options.minutes)
    average = teach(reader, optimizer, lessons, progress)
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


def teach(reader, optimizer, lessons, progress):
    """the moving average of the reader's weights; progress: steps that are done -> share of the run (1: the end)"""
    average = {name: tensor.detach().clone() for name, tensor in reader.state_dict().items()}
    steps, smooth = 0, {}
    while (done := progress(steps)) < 1:
        with torch.autocast('cpu', dtype=torch.bfloat16):
            by_task = losses(reader, lessons.next())
        optimizer.zero_grad(set_to_none=True)
        together(by_task).backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), LONGEST_GRADIENT)
        for group in optimizer.param_groups:
            group['lr'] = group['rate'] * min(1, (steps + 1) / WARMING_STEPS) * max(LOWEST_SHARE, 1 - done)
        optimizer.step()
        steps += 1
        move(average, reader.state_dict(), min(LONGEST_MEMORY, steps / (steps + SOON)))
        smooth = {task: smoothed(smooth.get(task), loss.item()) for task, loss in by_task.items()}
        if steps % REPORT_STEPS == 0:
            report(steps, lessons, smooth)
    report(steps, lessons, smooth)
    return average


@torch.no_grad()
def move(average, state, memory):
    for name, tensor in state.items():
        average[name].lerp_(tensor, 1 - memory)


def smoothed(before, now):
    return now if before is None else REPORT_MEMORY * before + (1 - REPORT_MEMORY) * now


def in_minutes(minutes):
    start = time.process_time()
    return lambda _: (time.process_time() - start) / (60 * minutes)


def in_steps(steps):
    return lambda done: done / steps


def report(steps, lessons, smooth):
    passes = f'passes over quotes {lessons.quotes.passes}, names {lessons.names.passes}, acting {lessons.acting.passes}'
    say('step', steps, passes, {task: round(loss, 4) for task, loss in smooth.items()})


def say(*words):
    print(f'[{time.process_time():7.1f}]', *words, flush=True)


if __name__ == '__main__':
    main()
