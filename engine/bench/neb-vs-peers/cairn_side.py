"""Cairn's side: a search in a JVM asks over a pipe, and is answered here."""
import os
import pathlib
import re
import subprocess
import sys
import time

import numpy as np

from potentials import norm
from problem import SPRING_CONSTANT

ENGINE = pathlib.Path(__file__).resolve().parents[2]


def text(values):
    return ' '.join(repr(float(x)) for x in np.asarray(values).flatten())


def java_command(main, options):
    java = os.path.join(os.environ['JAVA_HOME'], 'bin/java') if 'JAVA_HOME' in os.environ else 'java'
    build = newest_build()
    classes = [ENGINE / module / build / kind for module in ('neb', 'structure') for kind in ('test-classes', 'classes')]
    maven = pathlib.Path.home() / '.m2/repository/org'
    jars = sorted(maven.glob('openscience/cdk/cdk-*/*/*.jar')) + openblas(maven)
    return [java, '-XX:+UseSerialGC', '--enable-native-access=ALL-UNNAMED', *options, '-cp', ':'.join(map(str, classes + jars)), main]


def openblas(maven):
    """The library in the version that the build names."""
    version = re.search('<openblas.version>(.*)</openblas.version>', (ENGINE.parent / 'pom.xml').read_text())
    return sorted(maven.glob(f'bytedeco/openblas/{version[1]}/*.jar')) if version else []


def newest_build():
    """The quick build's folder or the strict one's, whichever compiled the tests last."""
    def age(build):
        compiled = (ENGINE / 'neb' / build / 'test-classes').rglob('*.class')
        return max((file.stat().st_mtime for file in compiled), default=0)
    return max(('target', 'target/quick'), key=age)


class Pipe:
    """A search in Java, its questions answered and counted."""

    def __init__(self, problem, main, first, images, options=()):
        self.potential, self.count, self.seconds = problem.potential, 0, 0.0
        try:
            self.java = subprocess.Popen(java_command(main, options), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         text=True)
        except FileNotFoundError as missing:
            sys.exit(f'there is no {missing.filename}: JAVA_HOME must name a JDK >= 25')
        atoms = problem.start
        question = [first, ' '.join(atoms.symbols), ' '.join(map(str, np.flatnonzero(~problem.free))),
                    text(atoms.cell), str(len(images))] + [text(image.positions) for image in images]
        for end in problem.start, problem.end:
            energy, forces = self.potential(end.positions)
            question.append(text([energy]) + ' ' + text(forces))
        self.say(question)

    def say(self, lines):
        try:
            self.java.stdin.write('\n'.join(lines) + '\n')
            self.java.stdin.flush()
        except BrokenPipeError:
            self.give_up()

    def give_up(self):
        self.java.kill()
        sys.exit('the Java side ended without an answer: JAVA_HOME must name a JDK >= 25, and the tests must be '
                 'compiled (mvn -Dquick -pl engine/neb -am test-compile)')

    def answer(self, how_many):
        requests = [self.java.stdout.readline() for _ in range(how_many)]
        begun, answers = time.perf_counter(), []
        for request in requests:
            energy, forces = self.potential(np.array(request.split(), float).reshape(-1, 3))
            answers.append(text([energy]) + ' ' + text(forces))
        self.seconds += time.perf_counter() - begun
        self.count += how_many
        self.say(answers)

    def serve(self, plain):
        """Answer until the search is done, and give its last words."""
        while (line := self.java.stdout.readline().split())[:1] == ['evaluate']:
            self.answer(int(line[1]) if len(line) > 1 else plain)
        if line[:1] != ['done']:
            self.give_up()
        return line[1:]

    def rest(self):
        lines = self.java.stdout.read().split('\n')
        self.java.stdin.close()
        self.java.wait()
        return lines


def plain(problem, optimizer, fmax, climb, start='same', cap=600):
    """Cairn's plain band."""
    images = [problem.start, problem.end] if start == 'own' else problem.images
    first = f'{optimizer} {climb} IDPP {problem.interior} {fmax} {SPRING_CONSTANT} {cap}'
    pipe = Pipe(problem, 'cairn.neb.BandOverPipe', first, images)
    status, rounds, calls, reached, barrier, _ = pipe.serve(problem.interior)
    pipe.rest()
    assert int(calls) == pipe.count, 'Cairn must count what it asks for'
    return dict(calls=pipe.count, rounds=int(rounds), fmax=float(reached), barrier=float(barrier),
                ok=status == 'Converged')


def surrogate(problem, fmax, at_a_time=1, cap=400, options=()):
    """Cairn's surrogate search; the force at its climbing image is taken anew here, and not counted.

    Overhead is what the JVM spends between answers, by the clock; a cold one, but that its start is left out. Processor
    is the same of all its threads, the compilers' too, and does not depend on what else the machine does.
    """
    first = f'SURROGATE {problem.interior} {fmax} {at_a_time} {cap}'
    pipe = Pipe(problem, 'cairn.neb.surrogate.SurrogateOverPipe', first, problem.images, options)
    begun = time.perf_counter()
    status, rounds, calls, _, barrier, back, uncertainty, overhead, processor = pipe.serve(problem.interior)
    wall = time.perf_counter() - begun
    climbing = np.array(pipe.rest()[0].split(), float).reshape(-1, 3)
    assert int(calls) == pipe.count, 'Cairn must count what it asks for'
    energy, forces = problem.potential(climbing)
    reached = norm(forces, problem.free)
    return dict(calls=pipe.count, rounds=int(rounds), fmax=reached, barrier=float(barrier),
                barrier_at_climbing=energy - problem.potential(problem.start.positions)[0], back=float(back),
                uncertainty=float(uncertainty), overhead=float(overhead), processor=float(processor),
                waited=wall - pipe.seconds,
                status=status, ok=status == 'Converged' and reached <= fmax, climbing=climbing.tolist())
