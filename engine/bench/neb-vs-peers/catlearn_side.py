#!/usr/bin/python3
"""CatLearn's side: its MLNEB with its defaults, in a process of its own with a limit on processor time.

Run by itself it is that process: catlearn_side.py CHECKOUT CASE INTERIOR_IMAGES FMAX CACHE ANSWER
"""
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import warnings

LIMIT_SECONDS = 900  # of one processor, a case


def catlearn(checkout, case, interior, fmax, cache, limit=LIMIT_SECONDS):
    """What CatLearn needs, or how far it came until the limit."""
    answer = pathlib.Path(tempfile.mkdtemp()) / 'answer.json'
    command = [sys.executable, os.path.abspath(__file__), str(checkout), case, str(interior), str(fmax), str(cache),
               str(answer)]
    environment = os.environ | {'OMP_NUM_THREADS': '1', 'OPENBLAS_NUM_THREADS': '1'}
    child = subprocess.run(command, cwd=answer.parent, env=environment, capture_output=True, text=True,
                           preexec_fn=lambda: (os.nice(19), resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))))
    if not answer.exists():
        sys.exit(f'CatLearn does not run on {case}: {child.stderr[-600:]}')
    result = json.loads(answer.read_text())
    if not result['finished']:
        result['why'] = f'{limit} s' if child.returncode < 0 else child.stderr.strip().split('\n')[-1][:200]
    return result


class Told:
    """A potential that writes down after each call how far the search is."""

    def __init__(self, problem, fmax, answer):
        self.problem, self.fmax, self.answer = problem, fmax, answer
        self.bottom = problem.potential(problem.start.positions)[0]
        self.calls, self.evaluating, self.history = 0, 0.0, []
        self.begun, self.begun_wall = time.process_time(), time.perf_counter()
        self.tell(False)

    def __call__(self, positions):
        from potentials import norm
        begun = time.process_time()
        energy, forces = self.problem.potential(positions)
        self.evaluating += time.process_time() - begun
        self.calls += 1
        self.history.append([norm(forces, self.problem.free), energy - self.bottom])
        self.tell(False)
        return energy, forces

    def tell(self, finished):
        """The last evaluated structure is the one that CatLearn's test of convergence is about."""
        below = [k + 1 for k, (force, _) in enumerate(self.history) if force <= self.fmax]
        force, barrier = self.history[-1] if self.history else (None, None)
        self.answer.write_text(json.dumps(dict(
            finished=finished, calls=self.calls, rounds=self.calls, first_below=below[0] if below else None,
            fmax=force, barrier=barrier, ok=finished and force <= self.fmax, history=self.history,
            overhead=time.process_time() - self.begun - self.evaluating,
            wall=time.perf_counter() - self.begun_wall)))


def child(checkout, case, interior, fmax, cache, answer):
    warnings.filterwarnings('ignore')
    sys.path.insert(0, checkout)
    from ase.calculators.singlepoint import SinglePointCalculator
    from catlearn.activelearning.mlneb import MLNEB
    from potentials import Counted
    from problem import Problem
    problem = Problem(case, int(interior), pathlib.Path(cache))
    for end in problem.start, problem.end:
        energy, forces = problem.potential(end.positions)
        end.calc = SinglePointCalculator(end, energy=energy, forces=forces)
    told = Told(problem, float(fmax), pathlib.Path(answer))
    search = MLNEB(problem.start, problem.end, Counted(told), n_images=int(interior) + 2,
                   neb_interpolation=problem.images, verbose=False)
    told.tell(bool(search.run(fmax=float(fmax), steps=200)))


if __name__ == '__main__':
    child(*sys.argv[1:])
