"""What all sides need for one case, and the claims that can be made of it."""
import numpy as np

import cairn_side
from ase_side import FMAX, OPTIMIZERS, ase
from catlearn_side import catlearn
from kept import REFERENCES, Kept, key, read
from problem import Problem
from references import curvatures, reference


def gate(fmax):
    """How far a barrier may be from the reference, eV. At 0.05 eV/Angstrom every code is off by more, so it is open."""
    return 0.001 if fmax <= min(FMAX) else np.inf


def ase_counts(result, fmax, barrier):
    """Calls until |F climbing| <= fmax with a barrier inside the gate, and until every image is below; or None.

    The first is the easier criterion, and the one that the surrogate is judged by.
    """
    if 'left_out' in result:
        return None, None
    hits = result['below'] if fmax == min(FMAX) else \
        [list(hit.values()) for hit in [result[f'climbing {fmax}']] if hit]
    open_to = gate(fmax)
    inside = [calls for calls, energy in hits if abs(energy - barrier) <= open_to]
    band = result[f'band {fmax}']
    return inside[0] if inside else None, \
        band['calls'] if band and abs(band['barrier'] - barrier) <= open_to else None


class Bench:
    """All results of one run, made when they are asked for."""

    def __init__(self, given):
        self.given, self.kept, self.problems = given, Kept(given.cache, given.fresh), {}
        self.references = {} if given.fresh else read(REFERENCES)

    def problem(self, case, images):
        if (case, images) not in self.problems:
            self.problems[case, images] = Problem(case, images, self.given.cache)
        return self.problems[case, images]

    def reference(self, case):
        if case not in self.references:
            self.references[case] = self.kept.of(f'reference {case}', lambda: reference(case, self.given.cache))
        return self.references[case]

    def ase(self, case, images, fmax):
        """The two counts for each optimiser."""
        barrier, counts = self.reference(case)['barrier'], {}
        for optimizer in OPTIMIZERS:
            result = self.peer(f'ase-{optimizer}', case, images, min(FMAX),
                               lambda optimizer=optimizer: ase(self.problem(case, images), optimizer))
            counts[optimizer] = ase_counts(result, fmax, barrier) if result else (None, None)
        return counts

    def catlearn(self, case, images, fmax):
        return self.peer('catlearn', case, images, fmax, self.given.catlearn and (
            lambda: catlearn(self.given.catlearn, case, images, fmax, self.given.cache)))

    def peer(self, side, case, images, fmax, make):
        """A peer's result: kept, or made where its side is to run; else None."""
        name = key(side, case, images, fmax)
        if side.split('-')[0] in self.given.sides and make:
            return self.kept.of(name, make)
        return self.kept.get(name)

    def cairn(self, case, images, fmax, at_a_time=1):
        """Cairn's own, never kept; with the order of its saddle by the Hessian of the true forces."""
        problem = self.problem(case, images)
        result = cairn_side.surrogate(problem, fmax, at_a_time)
        if result['ok']:
            result |= curvatures(problem, np.array(result['climbing']))
        return result

    def row(self, case, images, fmax):
        """One line of the table."""
        truth, row = self.reference(case), dict(case=case, free=int(self.problem(case, images).free.sum()))
        row['reference'], row['order'], row['gate'] = truth['barrier'], truth['negative'], gate(fmax)
        counts = self.ase(case, images, fmax)
        for which, name in enumerate(('best', 'band')):
            made = {optimizer: both[which] for optimizer, both in counts.items() if both[which]}
            row[name] = min(made.items(), key=lambda item: item[1]) if made else None
        row['lbfgs'], row['lbfgs_band'] = counts['LBFGS']
        row['catlearn'] = self.catlearn(case, images, fmax)
        try:
            row['cairn'] = self.cairn(case, images, fmax)
            row['batch'] = self.cairn(case, images, fmax, 3)
        except FloatingPointError as failed:
            row['cairn'] = row['batch'] = dict(ok=False, calls=0, rounds=0, status=str(failed)[:60])
        return row


def inside_gate(row, side='cairn'):
    return abs(row[side]['barrier'] - row['reference']) <= row['gate']


def ratios(rows, name):
    """Peer's calls over ours where both came to a good end."""
    pairs = [(row[name][1] if isinstance(row[name], tuple) else row[name], row['cairn']) for row in rows if row[name]]
    return [peer / ours['calls'] for peer, ours in pairs if ours['ok']]


def geometric_mean(values):
    return float(np.exp(np.mean(np.log(values)))) if values else float('nan')
