package org.postern.admin.probe;

import org.postern.admin.parked.Job;
import org.postern.admin.parked.Progress;
import org.postern.delivery.probe.MailProbe;
import org.postern.delivery.probe.Probed;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.Optional;

/** Asks servers, once. Worked off by one thread, looked at by many. */
final class ProbeJob implements Job {
    private static final Sentence.Form MAILBOX_AT = Sentence.form("auditOperationXAtX", "{0} at {1}");
    private static final Sentence ASK = Sentence.form("actAskServers",
            "ask servers").with();

    private final ProbeQuestion question;
    private final MailProbe probe;
    private final Instant begun;
    private final Runnable end;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Optional<Probed> result = Optional.empty();

    /** @param end is run once when it is over */
    ProbeJob(ProbeQuestion question, MailProbe probe, Instant begun, Runnable end) {
        this.question = question;
        this.probe = probe;
        this.begun = begun;
        this.end = end;
    }

    @Override
    public Sentence said() {
        return ASK;
    }

    @Override
    public Sentence subject() {
        return MAILBOX_AT.with(question.recipient().toString(), question.destination().toString());
    }

    @Override
    public void work(Progress progress) {
        progress.isAbout(1);
        try {
            result = Optional.of(probe.of(question.destination(), question.recipient(), question::maySpeakTo));
            progress.did(1, 1);
        } finally {
            over();
        }
    }

    /** Says that it is over, also where it has not begun. */
    void over() {
        if (over.compareAndSet(false, true)) {
            end.run();
        }
    }

    ProbeView view(String id, String by) {
        return new ProbeView(id, question.recipient().toString(), question.destination().toString(), by, begun,
                over.get(), result);
    }
}
