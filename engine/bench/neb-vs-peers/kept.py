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
        self.committed = read(PEERS)

    def get(self, name):
        made = read(self.folder / f'{name}.json')
        return made or (None if self.fresh else self.committed.get(name))

    def of(self, name, make):
        result = self.get(name)
        if result is None:
            result = make()
            (self.folder / f'{name}.json').write_text(json.dumps(result))
        return result
