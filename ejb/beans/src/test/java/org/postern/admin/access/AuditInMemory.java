package org.postern.admin.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** An audit log without a database. */
public final class AuditInMemory implements AuditLog {
    private final Map<Long, AuditLine> lines = new TreeMap<>();
    private long last;
    /** Whether what came of an act cannot be written any more. */
    boolean isGone;

    @Override
    public <T> T together(Callable<T> act, Function<T, Optional<AuditLine>> line) throws Exception {
        T result = act.call();
        line.apply(result).ifPresent(this::write);
        return result;
    }

    @Override
    public void write(AuditLine line) {
        lines.put(++last, line);
    }

    @Override
    public long begin(AuditLine line) {
        write(line);
        return last;
    }

    @Override
    public void end(long key, Optional<AuditLine> line) {
        if (isGone) {
            throw new IllegalStateException("the database is away");
        }
        line.ifPresentOrElse(told -> lines.put(key, told), () -> lines.remove(key));
    }

    public List<AuditLine> lines() {
        return List.copyOf(lines.values());
    }

    /** {@return what else was told of it} */
    public List<String> how() {
        return lines().stream().map(AuditLine::after).toList();
    }

    /** {@return who did what, in the order in which it was done} */
    public List<String> told() {
        return lines().stream().map(line -> line.person() + ": " + line.act()).toList();
    }
}
