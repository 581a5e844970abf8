"""How far a smaller reader is from saying what a larger one says of the same texts."""
import torch

from model import HEADS
from pieces import NEW_LINE, PAD
from tasks import CUES, WEIGHTS as WEIGHTS_OF_TASKS

# A likely cue, whose source and content are read, has this probability in the larger reader.
LIKELY = 0.1
# What is asked for is what the heads say; the vectors carry it to texts unlike these.
WEIGHTS = {**WEIGHTS_OF_TASKS, 'vectors': 0.3}
CUE_BEGINS = 1


class Mimicry:
    """Both readers; the larger one learns nothing."""

    def __init__(self, larger, smaller):
        self.larger, self.smaller = larger.eval(), smaller.eval()

    def losses(self, batches):
        """{task: loss}, the mean of these batches of ids (windows x length)"""
        found = [self.losses_of(ids) for ids in batches]
        return {task: sum(losses[task] for losses in found) / len(found) for task in WEIGHTS}

    def losses_of(self, ids):
        """of each head the divergence of its labels, a piece's mean; of the vectors the share that is off"""
        real = ids != PAD
        with torch.no_grad():
            expected = self.larger.enc(ids).float()
            cues = likely_cues(self.larger.cue(expected).float().softmax(-1)[..., CUE_BEGINS], ids)
            roles_expected = self.larger.relate(expected, cues)
        vectors = self.smaller.enc(ids).float()
        heads = {
            head: divergence(getattr(self.larger, head)(expected), getattr(self.smaller, head)(vectors), real)
            for head in HEADS
        }
        asked = (cues >= 0)[:, :, None] & real[:, None, :]
        off = (vectors - expected)[real].pow(2).sum() / expected[real].pow(2).sum()
        roles = divergence(roles_expected, self.smaller.relate(vectors, cues), asked) if asked.any() else off * 0
        return {**heads, 'roles': roles, 'vectors': off}


def together(losses_by_task):
    return sum(WEIGHTS[task] * loss for task, loss in losses_by_task.items())


def likely_cues(begins, ids):
    """where the likeliest cues of each window stand, -1 in their place where there are fewer: windows x CUES"""
    likeliest = begins.masked_fill(ids <= NEW_LINE, 0).topk(CUES)
    return torch.where(likeliest.values > LIKELY, likeliest.indices, -1)


def divergence(expected, logits, where):
    """Kullback and Leibler's, of the labels where `where` says so, from what was expected"""
    expected = expected[where].float().log_softmax(-1)
    return (expected.exp() * (expected - logits[where].float().log_softmax(-1))).sum(-1).mean()
