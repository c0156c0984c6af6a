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
    private final Map<Long, List<Edit>> edits = new TreeMap<>();
    private long last;
    /** Whether what came of an act cannot be written any more. */
    boolean isGone;

    @Override
    public <T> T together(Callable<T> act, Function<T, Optional<Told>> told) throws Exception {
        T result = act.call();
        told.apply(result).ifPresent(this::keep);
        return result;
    }

    @Override
    public void write(AuditLine line) {
        lines.put(++last, line);
    }

    private void keep(Told told) {
        write(told.line());
        edits.put(last, told.edits());
    }

    /** {@return by which edits the last act could be taken back} */
    public List<Edit> edits() {
        return edits.getOrDefault(last, List.of());
    }

    @Override
    public long begin(AuditLine line) {
        write(line);
        return last;
    }

    @Override
    public void end(long key, Optional<Told> told) {
        if (isGone) {
            throw new IllegalStateException("the database is away");
        }
        told.ifPresentOrElse(what -> {
            lines.put(key, what.line());
            edits.put(key, what.edits());
        }, () -> lines.remove(key));
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
