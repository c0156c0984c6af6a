package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.assessment.QuarantineKind;
import org.postern.assessment.Symbol;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.QueueId;
import org.postern.receiver.SessionFacts;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.Scanned;
import org.postern.scan.ScannedMail;
import org.postern.scan.Scanners;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the programs say of a message that an operator has named for that; they are asked while the sender is looked at. Costs nothing where there are
 * none.
 */
public final class ScannerCheck {
    /** Where no scanner is asked. */
    public static final Asked NOBODY = new Asked(Optional.empty());
    private final Scanners scanners;
    private final Executor executor;
    private final Supplier<QueueId> names;

    /**
     * @param executor a thread for each of its tasks, which wait for a scanner
     * @param names for what scanners are asked about, which has none yet
     */
    public ScannerCheck(Scanners scanners, Executor executor, Supplier<QueueId> names) {
        this.scanners = scanners;
        this.executor = executor;
        this.names = names;
    }

    /** {@return the question; it is being asked already} */
    public Asked ask(SessionFacts session, Envelope envelope, Content content, Assessment known) {
        if (scanners.all().isEmpty()) {
            return new Asked(Optional.empty());
        }
        ScannedMail mail = ScannedMail.of(session, KnownSymbol.clientName(known), names.get(), envelope, content);
        FutureTask<List<Scanned>> task = new FutureTask<>(() -> scanners.scan(mail, executor));
        executor.execute(task);
        return new Asked(Optional.of(task));
    }

    /** What was asked about one message. For one thread. */
    public static final class Asked {
        private final Optional<FutureTask<List<Scanned>>> task;

        private Asked(Optional<FutureTask<List<Scanned>>> task) {
            this.task = task;
        }

        /**
         * {@return what the scanners have said} They have their own limit of time.
         *
         * @throws IOException when the content cannot be read
         * @throws InterruptedException when interrupted while waiting
         */
        public Scanning answer() throws IOException, InterruptedException {
            if (task.isEmpty()) {
                return Scanning.NONE;
            }
            try {
                return new Scanning(task.get().get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException unreadable ? unreadable : new IOException(e.getCause());
            }
        }

        /** Nobody wants to know any more. */
        public void cancel() {
            task.ifPresent(asked -> asked.cancel(true));
        }
    }

    /** {@return the name of the symbol that stands for a scanner} */
    static String symbol(Scanned scanned) {
        return QuarantineKind.scanner(scanned.rule().name());
    }

    /** {@return what a scanner has said, in one symbol; empty where it has nothing to say} */
    static Optional<Symbol> found(Scanned scanned) {
        return switch (scanned.result()) {
            case ScanResult.Clean(String note) ->
                note.isEmpty() ? Optional.empty() : Optional.of(Symbol.noted(symbol(scanned), note));
            case ScanResult.Unavailable(var reason) ->
                Optional.of(Symbol.noted(symbol(scanned), "not there: " + reason));
            case ScanResult.Unwilling(String reason) ->
                Optional.of(Symbol.noted(symbol(scanned), "says nothing: " + reason));
            case ScanResult.Found found -> Optional.of(new Symbol(symbol(scanned),
                    found.findings().stream().mapToDouble(Finding::weight).sum(),
                    found.findings().stream().map(Finding::name).distinct().collect(Collectors.joining(", "))));
        };
    }
}
