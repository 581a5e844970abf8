#!/usr/bin/env python3
"""A taught reader as the engine reads it, and what it says of some texts.

  /usr/bin/python3 train/encoder/export.py READER.pt TOKENIZER.json models/encoder.safetensors [REFERENCE.json]

TOKENIZER.json: or an encoder that was exported before, which may be the one that is written.

The file has the layout of safetensors (8 bytes with the header's length, a JSON header, data): matrices as int8 rows
with a scale a row, vectors and small matrices as float32, the word pieces as UTF-8 with a line feed after each. The
header's `__metadata__` has the sizes and a checksum (FNV-1a over the data's 32-bit words). REFERENCE.json, a list of
objects with a `text` each, is written anew: computed in float64 with the weights as they are rounded in the file.
"""
import json
import struct
import sys

import torch

from model import HEADS, WINDOW, Reader, load
from pieces import CLS, SEP, WordPieces

SMALL = 4096
# The word pieces' vectors are three eighths of all weights. The first pieces of the list, which are the frequent ones,
# are kept in steps of 8 bits; the others in steps of 6, which pack into three quarters of the bytes.
FREQUENT = 4096


def rounded_weights(state):
    """what goes into the file, and the same as floats"""
    stored, floats = {}, {}
    for name, tensor in state.items():
        if tensor.ndim == 2 and tensor.numel() > SMALL:
            most = torch.full((len(tensor), 1), 127.0)
            if name == 'enc.emb.weight':
                most[FREQUENT:] = 31
            scale = tensor.abs().amax(1, keepdim=True).clamp(min=1e-12) / most
            steps = torch.minimum(torch.maximum((tensor / scale).round(), -most), most)
            stored[name], stored[name + '.scale'] = steps.to(torch.int8), scale.squeeze(1)
            floats[name] = steps * scale
        else:
            stored[name] = floats[name] = tensor
    return stored, floats


def write(path, size, stored, pieces):
    """The matrices first, each at a multiple of 16 bytes."""
    vocabulary = ''.join(piece + '\n' for piece, _ in sorted(pieces.items(), key=lambda item: item[1])).encode('utf8')
    parts = [('pieces', 'U8', [len(vocabulary)], vocabulary)]
    for name in sorted(stored):
        kind = {torch.int8: 'I8', torch.float32: 'F32'}[stored[name].dtype]
        parts.append((name, kind, list(stored[name].shape), stored[name].contiguous().numpy().tobytes()))
    header, data = {'__metadata__': {}}, bytearray()
    for name, kind, shape, content in parts:
        header[name] = {'dtype': kind, 'shape': shape, 'data_offsets': [len(data), len(data) + len(content)]}
        data += content + b'\0' * (-len(content) % 16)
    sizes = dict(zip(('layers', 'width', 'heads', 'inner', 'low'), map(str, size)))
    header['__metadata__'] = {**sizes, 'checksum': checksum(data)}
    encoded = json.dumps(header, separators=(',', ':')).encode()
    encoded += b' ' * ((8 - len(encoded)) % 16)
    with open(path, 'wb') as file:
        file.write(struct.pack('<Q', len(encoded)) + encoded + data)
    print(f'{path}: {8 + len(encoded) + len(data):,} bytes')


def checksum(data):
    total = 0x811C9DC5
    for word in struct.unpack(f'<{len(data) // 4}I', data):
        total = ((total ^ word) * 0x01000193) & 0xFFFFFFFF
    return f'{total:08x}'


@torch.no_grad()
def reference(text, reader, tokenizer):
    """The first window: ids, spans in UTF-16 units, what the heads say of every piece in thousandths of a percent"""
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))
    found = tokenizer.of_text(text)[:WINDOW - 2]
    ids = [CLS, *(piece for piece, _, _ in found), SEP]
    vectors = reader.enc(torch.tensor([ids]))
    shares = lambda logits: [[round(1e5 * share) for share in row] for row in logits.softmax(-1)[0].tolist()]
    heads = {name: shares(getattr(reader, name)(vectors)) for name in HEADS}
    cues = [at for at, row in enumerate(heads['cue']) if row[1] > 50_000][:2]
    return {
        'text': text,
        'ids': ids,
        'spans': [[-1, -1] if a < 0 else [units[a], units[b]] for _, a, b in found],
        **heads,
        'relations': [{'cue': cue, 'roles': shares(reader.relate(vectors, torch.tensor([[cue]]))[0])} for cue in cues],
        'vector': [round(value, 4) for value in vectors[0, 1].tolist()],
    }


def main(reader_path, tokenizer_path, out, reference_path=None):
    size, state = load(reader_path.split(','))
    tokenizer = WordPieces(tokenizer_path)
    stored, floats = rounded_weights(state)
    write(out, size, stored, tokenizer.pieces)
    if reference_path is None:
        return
    reader = Reader(*size).eval()
    reader.load_state_dict(floats)
    reader.double()
    texts = [entry['text'] for entry in json.load(open(reference_path, encoding='utf8'))]
    with open(reference_path, 'w', encoding='ascii') as file:
        references = [json.dumps(reference(text, reader, tokenizer), separators=(',', ':')) for text in texts]
        file.write('[\n' + ',\n'.join(references) + '\n]\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
