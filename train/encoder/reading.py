"""A whole article as the encoder alone reads it, for quick figures (the engine reads with src/encoder)."""
import numpy as np
import torch

from article import inside
from gold import TYPES
from model import ROLES, WINDOW

# Windows overlap, and each piece is read where it stands most central.
STEP = 150
NEVER = -1e9
CONTENT_BEGIN = ROLES.index('content begin')


class Reading:
    """What the heads say of every piece of an article, and what is needed to read its cues."""

    @torch.no_grad()
    def __init__(self, reader, article):
        self.reader, self.article, self.windows = reader, article, windows(len(article))
        ids = torch.zeros((len(self.windows), WINDOW), dtype=torch.int64)
        for row, (start, end) in enumerate(self.windows):
            ids[row, :end - start + 2] = torch.tensor(article.window(start, end))
        with torch.autocast('cpu', dtype=torch.bfloat16):
            self.vectors = reader.enc(ids).float()
            scores = {name: getattr(reader, name)(self.vectors).float() for name in ('cue', 'loose', 'names')}
        self.home = homes(self.windows, len(article))
        places = [self.place(piece) for piece in range(len(article))]
        best = {head: of.numpy().argmax(-1) for head, of in scores.items()}
        self.labels = {head: article.by_words([int(of[place]) for place in places]) for head, of in best.items()}

    def place(self, piece):
        """the window where a piece is read, and where it stands there"""
        row = self.home[piece]
        return row, 1 + piece - self.windows[row][0]

    def spans(self, head):
        """[(kind, pieces)] that a head of begin and inside labels found"""
        return decoded(self.labels[head])

    @torch.no_grad()
    def roles(self, cues):
        """for each cue (its first piece) the window's start and the best lawful roles of the window's pieces"""
        places = [self.place(cue) for cue in cues]
        vectors = self.vectors[torch.tensor([row for row, _ in places])]
        logits = self.reader.relate(vectors, torch.tensor([[at] for _, at in places]))[:, 0]
        for (row, _), scores in zip(places, logits.float().log_softmax(-1).numpy()):
            start, end = self.windows[row]
            yield start, lawful(scores[1:1 + end - start])


def quotations(reader, article):
    """[{content, cue, source}] as spans; a content without a cue only where no other content stands"""
    if not len(article):
        return []
    reading = Reading(reader, article)
    cues = [pieces for _, pieces in reading.spans('cue')]
    found = []
    for cue, (start, roles) in zip(cues, reading.roles([cue[0] for cue in cues]) if cues else []):
        content = article.whole_words(start + np.flatnonzero(roles >= CONTENT_BEGIN))
        source = article.whole_words(start + np.flatnonzero((roles > 0) & (roles < CONTENT_BEGIN)))
        if content:
            found.append((content, cue, source))
    taken = {piece for content, _, _ in found for piece in content}
    found += [(pieces, [], []) for _, pieces in reading.spans('loose') if not taken & set(pieces)]
    return [dict(zip(('content', 'cue', 'source'), map(article.spans_of, parts))) for parts in found]


def names(reader, article):
    """[(start, end, type)] of persons, organizations and places"""
    if not len(article):
        return []
    found = [(TYPES[kind], article.spans_of(pieces)) for kind, pieces in Reading(reader, article).spans('names')]
    return [(spans[0][0], spans[-1][1], kind) for kind, spans in found if spans and kind != 'misc']


def windows(length, size=WINDOW - 2):
    """(start, end) of windows over a whole article, the last one drawn back to be full"""
    starts = [*range(0, max(1, length - size), STEP)]
    if starts[-1] + size < length:
        starts.append(length - size)
    return [(start, min(length, start + size)) for start in starts]


def homes(spans, length):
    """of every piece the window in which it is furthest from an edge"""
    home, furthest = np.zeros(length, int), np.full(length, -1)
    for row, (start, end) in enumerate(spans):
        from_edge = np.minimum(np.arange(end - start), np.arange(end - start, 0, -1))
        better = from_edge > furthest[start:end]
        furthest[start:end] = np.where(better, from_edge, furthest[start:end])
        home[start:end] = np.where(better, row, home[start:end])
    return home


def decoded(labels):
    """[(kind, pieces)]: what begins with an odd label and goes on with the next even one"""
    found = []
    for piece, label in enumerate(labels):
        if label == 0:
            continue
        kind = (label - 1) // 2
        goes_on = label == inside(label) and found and found[-1][0] == kind and found[-1][1][-1] == piece - 1
        if goes_on:
            found[-1][1].append(piece)
        else:
            found.append((kind, [piece]))
    return found


def may_follow(before, role):
    """a span is a begin alone, or begin, insides, end"""
    part = lambda role: role and 1 + (role - 1) % 3
    same = bool(before and role) and (before - 1) // 3 == (role - 1) // 3
    if part(role) in (2, 3):
        return same and part(before) in (1, 2)
    return part(before) in (0, 1, 3)


NUMBERS = range(len(ROLES))
STARTS = np.array([0 if may_follow(0, role) else NEVER for role in NUMBERS])
STEPS = np.array([[0 if may_follow(before, role) else NEVER for role in NUMBERS] for before in NUMBERS])


def lawful(scores):
    """logarithms of probabilities (pieces x ROLES) -> the best lawful sequence of roles (Viterbi)"""
    total, came_from = scores[0] + STARTS, []
    for of_piece in scores[1:]:
        ways = total[:, None] + STEPS
        best = ways.argmax(0)
        came_from.append(best)
        total = ways[best, np.arange(len(ROLES))] + of_piece
    path = [int(total.argmax())]
    for best in reversed(came_from):
        path.append(int(best[path[-1]]))
    return np.array(path[::-1])
