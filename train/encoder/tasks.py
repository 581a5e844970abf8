"""What the encoder is taught: windows of the gold in random order, as batches, and the losses of its tasks."""
import torch
from torch.nn import functional as F

from gold import UNSAID, runs
from model import ROLES, WINDOW

# Windows of each kind in one batch: quotations are the hardest and most.
QUOTE_WINDOWS, NAME_WINDOWS, ACTING_TEXTS = 12, 3, 6
# Cues of a window whose sources and contents are taught: few windows have more, and those have their turn in another
# pass.
CUES = 8
# Pieces of an article's last window that are too few to learn from.
FEWEST_QUOTE_PIECES, FEWEST_NAME_PIECES = 16, 8
# A cue is taught in a window that shows so much of its content.
SHOWN = 0.6
# The share of the windows whose double quotation marks are read as single ones: the gold has American ones, and half of
# the world's papers have the others.
SINGLE_MARKS = 0.15
DROPOUT = 0.1
# What a task's loss counts: who says what above all.
WEIGHTS = {'cue': 1.0, 'loose': 1.0, 'edges': 0.5, 'roles': 2.0, 'names': 0.7, 'acting': 0.3}
SOURCE_BEGIN, CONTENT_BEGIN = ROLES.index('source begin'), ROLES.index('content begin')


class Supply:
    """Rows without end: all of them in a new order, again and again; a rest that fills no batch is left out."""

    def __init__(self, rows_anew, size):
        self.rows_anew, self.size, self.rows, self.passes = rows_anew, size, [], 0

    def next(self):
        if len(self.rows) < self.size:
            self.rows = self.rows_anew()
            self.passes += 1
        batch, self.rows = self.rows[:self.size], self.rows[self.size:]
        return batch


class Lessons:
    """The gold as three supplies, of Quoted, of Named, and of rows for acting; chance: a random.Random."""

    def __init__(self, documents, names, acting, word_pieces, chance):
        self.marks, self.chance = (word_pieces.pieces['"'], word_pieces.pieces["'"]), chance
        self.quotes = Supply(lambda: quote_windows(documents, chance), QUOTE_WINDOWS)
        self.names = Supply(lambda: name_windows(names, chance), NAME_WINDOWS)
        self.acting = Supply(lambda: chance.sample(acting, len(acting)), ACTING_TEXTS)

    def next(self):
        """a batch of each, as `losses` takes them"""
        quotes, names, acting = self.quotes.next(), self.names.next(), self.acting.next()
        batch = quote_batch(quotes)
        batch['ids'] = with_single_marks(batch['ids'], self.marks, self.chance)
        return batch, padded(names), padded(acting)


def losses(reader, batch):
    """{task: loss} of a batch"""
    quotes, (name_ids, name_labels), (acting_ids, acting_labels) = batch
    in_quotes, in_names, in_acting = (
        F.dropout(reader.enc(ids, DROPOUT).float(), DROPOUT) for ids in (quotes['ids'], name_ids, acting_ids)
    )
    has_cues = bool((quotes['cues'] >= 0).any())
    return {
        'cue': error(reader.cue(in_quotes), quotes['cue']),
        'loose': error(reader.loose(in_quotes), quotes['loose']),
        'edges': error(reader.edges(in_quotes), quotes['edges']),
        'roles': error(reader.relate(in_quotes, quotes['cues']), quotes['roles']) if has_cues else in_quotes.sum() * 0,
        'names': error(reader.names(in_names), name_labels),
        'acting': error(reader.acting(in_acting), acting_labels),
    }


def together(losses_by_task):
    return sum(WEIGHTS[task] * loss for task, loss in losses_by_task.items())


def error(logits, labels):
    return F.cross_entropy(logits.float().flatten(0, -2), labels.flatten(), ignore_index=UNSAID)


def quote_windows(documents, chance):
    """[(document, start, end, relations)]: every document once, cut anew; of each window at most CUES relations"""
    rows = []
    for document in documents:
        for start, end in cut(len(document.article), chance):
            if end - start < FEWEST_QUOTE_PIECES:
                continue
            relations = [relation for relation in document.relations if is_shown(relation, start, end)]
            chance.shuffle(relations)
            rows.append((document, start, end, relations[:CUES]))
    chance.shuffle(rows)
    return rows


def is_shown(relation, start, end):
    """whether its cue begins in the window, and enough of its content stands there"""
    if not relation.cue or not start <= relation.cue[0] < end:
        return False
    return sum(start <= piece < end for piece in relation.content) >= SHOWN * len(relation.content)


def name_windows(documents, chance):
    """[(ids, labels)]: every document once, cut anew"""
    rows = [
        (document.article.window(start, end), [UNSAID, *document.labels[start:end], UNSAID])
        for document in documents
        for start, end in cut(len(document.article), chance)
        if end - start >= FEWEST_NAME_PIECES
    ]
    chance.shuffle(rows)
    return rows


def cut(length, chance, size=WINDOW - 2):
    """(start, end) of windows without overlap over a whole article, the first cut short at random"""
    first = -chance.randrange(size) if length > size else 0
    for start in range(first, length, size):
        yield max(0, start), min(length, start + size)


def quote_batch(rows):
    """what the losses of quotations need, by name

    ids, and labels of the linear heads: windows x WINDOW; cues, where those that are taught stand: windows x CUES (-1:
    none); roles, what every piece is to each of them: windows x CUES x WINDOW
    """
    ids = torch.zeros((len(rows), WINDOW), dtype=torch.int64)
    cue, loose, edges = (torch.full((len(rows), WINDOW), UNSAID) for _ in range(3))
    cues = torch.full((len(rows), CUES), -1)
    roles = torch.full((len(rows), CUES, WINDOW), UNSAID)
    for row, (document, start, end, relations) in enumerate(rows):
        inner = slice(1, 1 + end - start)
        ids[row, :end - start + 2] = torch.tensor(document.article.window(start, end))
        for labels, of_pieces in ((cue, document.cue), (loose, document.loose), (edges, document.edges)):
            labels[row, inner] = torch.tensor(of_pieces[start:end])
        for number, relation in enumerate(relations):
            cues[row, number] = 1 + relation.cue[0] - start
            roles[row, number, inner] = torch.tensor(roles_in(relation, start, end))
    return {'ids': ids, 'cue': cue, 'loose': loose, 'edges': edges, 'cues': cues, 'roles': roles}


def with_single_marks(ids, marks, chance):
    """ids in which the double marks of some rows, drawn by chance, are single ones; marks: both, double first"""
    double, single = marks
    drawn = torch.tensor([[chance.random() < SINGLE_MARKS] for _ in ids])
    return torch.where(drawn & (ids == double), torch.tensor(single), ids)


def roles_in(relation, start, end):
    """what each piece of a window is to a cue. Where the window cuts a span it has no begin or no end."""
    roles = [0] * (end - start)
    for begin, pieces in ((CONTENT_BEGIN, relation.content), (SOURCE_BEGIN, relation.source)):
        for run in runs([piece for piece in pieces if start <= piece < end]):
            for piece in run:
                roles[piece - start] = begin + 1
            if run[0] > start or run[0] == 0:
                roles[run[0] - start] = begin
            if len(run) > 1 and run[-1] < end - 1:
                roles[run[-1] - start] = begin + 2
    return roles


def padded(rows):
    """ids and labels (rows x the longest)"""
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.zeros((len(rows), longest), dtype=torch.int64)
    labels = torch.full((len(rows), longest), UNSAID)
    for row, (row_ids, row_labels) in enumerate(rows):
        ids[row, :len(row_ids)] = torch.tensor(row_ids)
        labels[row, :len(row_labels)] = torch.tensor(row_labels)
    return ids, labels
