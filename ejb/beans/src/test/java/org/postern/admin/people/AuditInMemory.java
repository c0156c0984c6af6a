package org.postern.admin.people;

import org.postern.admin.access.AuditLine;
import org.postern.admin.access.AuditLog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** An audit log without a database. */
final class AuditInMemory implements AuditLog {
    private final List<AuditLine> lines = new ArrayList<>();

    @Override
    public <T> T together(Callable<T> act, Function<T, Optional<AuditLine>> line) throws Exception {
        T result = act.call();
        line.apply(result).ifPresent(lines::add);
        return result;
    }

    @Override
    public void write(AuditLine line) {
        lines.add(line);
    }

    /** {@return what else was told of it} */
    List<String> how() {
        return lines.stream().map(AuditLine::after).toList();
    }

    /** {@return who did what, in the order in which it was done} */
    List<String> told() {
        return lines.stream().map(line -> line.person() + ": " + line.act()).toList();
    }
}
