"""Results that are kept: one file each in the cache while they are made, and peers.json beside this file."""
import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE / 'peers.json'
REFERENCES = HERE / 'references.json'


def read(file):
    return json.loads(file.read_text()) if file.exists() else {}


def key(side, case, interior, fmax):
    return f'{side} {case} {interior} {fmax}'


class Kept:
    """Peers' results do not change, so one that is there is not made again unless all shall be fresh."""

    def __init__(self, cache, fresh):
        self.folder, self.fresh = cache / 'results', fresh
        self.folder.mkdir(exist_ok=True)
        self.committed, self.made = read(PEERS), set()

    def get(self, name):
        if self.fresh and name not in self.made:
            return None
        return read(self.folder / f'{name}.json') or self.committed.get(name)

    def of(self, name, make):
        result = self.get(name)
        if result is None:
            result = make()
            (self.folder / f'{name}.json').write_text(json.dumps(result))
            self.made.add(name)
        return result


def short(result):
    """Numbers to eight digits, and no saddle's positions or history of calls."""
    if isinstance(result, dict):
        return {name: short(value) for name, value in result.items() if name not in ('history', 'saddle')}
    if isinstance(result, list):
        return [short(value) for value in result]
    return float(f'{result:.8g}') if isinstance(result, float) else result


def commit(cache):
    """Put what the cache has been given into the files that are committed; long lists stay behind."""
    references, peers = read(REFERENCES), read(PEERS)
    for file in sorted((cache / 'results').glob('*.json')):
        result = json.loads(file.read_text())
        if file.stem.startswith('reference '):
            references[file.stem.removeprefix('reference ')] = short(result)
        else:
            peers[file.stem] = short(result)
    for file, kept in (REFERENCES, references), (PEERS, peers):
        lines = [f'  {json.dumps(name)}: {json.dumps(value)}' for name, value in sorted(kept.items())]
        file.write_text('{\n' + ',\n'.join(lines) + '\n}\n')
