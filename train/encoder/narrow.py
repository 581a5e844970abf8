"""A reader with fewer SwiGLU units in each layer: those go that the others can stand in for."""
import torch

from pieces import PAD

# What is added to the mean square of each unit, as a share of the mean of all: units that are hardly ever awake would
# make the inverse useless.
DAMPING = 0.01


@torch.no_grad()
def narrowed(size, reader, ids, inner):
    """size and weights of a copy of the reader with `inner` units a layer

    ids: windows of ordinary text (windows x length). Layer by layer, on what comes through the layers before, which
    are narrow already.
    """
    layers, width, heads, _, low = size
    state, encoder = dict(reader.state_dict()), reader.enc
    x, mask = encoder.embedded(ids)
    for number, block in enumerate(encoder.blocks):
        x = block.attended(x, mask, 0.0)
        units = block.units(x)
        kept, down = without_spare_units(units[ids != PAD], block.down.weight, inner)
        x = x + units[..., kept] @ down.T
        name = f'enc.blocks.{number}.'
        state[name + 'up.weight'] = torch.cat([half[kept] for half in block.up.weight.chunk(2)])
        state[name + 'down.weight'] = down
    return (layers, width, heads, inner, low), state


def without_spare_units(units, down, inner):
    """which units stay, and what `down` makes of them

    units: pieces x units; down: width x units. The optimal brain surgeon's rule for whole columns: the unit goes whose
    loss changes the sum least once the others' weights have made up for it, until `inner` are left.
    """
    products = (units.T @ units / len(units)).double()
    products += DAMPING * products.diagonal().mean() * torch.eye(len(products), dtype=torch.float64)
    inverse, down = products.inverse(), down.double().clone()
    gone = torch.zeros(len(products), dtype=torch.bool)
    for _ in range(len(products) - inner):
        change = down.pow(2).sum(0) / inverse.diagonal()
        unit = int(change.masked_fill(gone, torch.inf).argmin())
        gone[unit] = True
        row = inverse[unit] / inverse[unit, unit]
        down -= torch.outer(down[:, unit], row)
        inverse -= torch.outer(inverse[:, unit], row)
        # Rounding leaves a little of it, which would grow.
        down[:, unit] = 0
        inverse[unit, :], inverse[:, unit], inverse[unit, unit] = 0, 0, 1
    kept = (~gone).nonzero().squeeze(1)
    return kept, down[:, kept].float()
