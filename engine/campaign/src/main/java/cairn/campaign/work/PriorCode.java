package cairn.campaign.work;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.neb.surrogate.Prior;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A code as the prior of a search: asked freely and by several threads, neither logged nor counted.
///
/// An engine serves one thread at a time, so there are as many as were ever asked at once, each with a folder of its
/// own.
final class PriorCode implements Prior, AutoCloseable {
    private final Code code;
    private final Path folder;
    private final Deque<ForceEngine> idle = new ConcurrentLinkedDeque<>();
    private final Queue<ForceEngine> all = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    private PriorCode(Code code, Path folder) {
        this.code = code;
        this.folder = folder;
    }

    /// Its engines may use folders below this one.
    static PriorCode open(Code code, Path folder) {
        return new PriorCode(code, folder);
    }

    @Override
    public Evaluation evaluate(Structure structure) {
        ForceEngine free = idle.pollFirst();
        ForceEngine engine = free == null ? another() : free;
        try {
            return engine.evaluate(structure);
        } finally {
            idle.addFirst(engine);
        }
    }

    private ForceEngine another() {
        ForceEngine engine = code.open(folder.resolve("prior-" + count.getAndIncrement()));
        all.add(engine);
        return engine;
    }

    @Override
    public void close() {
        all.forEach(ForceEngine::close);
    }
}
