package org.postern.ra;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A listener on a free port of 127.0.0.1, whose time stands still unless the test moves it. */
final class ListenerRig implements AutoCloseable {
    final Inbox inbox;
    final FakeEndpoints endpoints;
    final SmtpListener listener;
    private final AtomicLong now = new AtomicLong();

    ListenerRig(Path spool) {
        this(spool, new Inbox(), spec -> {
        });
    }

    ListenerRig(Path spool, Inbox inbox, Consumer<SmtpActivationSpec> change) {
        this(spool, inbox, change, SessionMemory.of(1 << 30));
    }

    ListenerRig(Path spool, Inbox inbox, Consumer<SmtpActivationSpec> change, SessionMemory memory) {
        this.inbox = inbox;
        this.endpoints = new FakeEndpoints(inbox);
        SmtpActivationSpec spec = new SmtpActivationSpec();
        spec.setPort("-1");
        spec.setGreetingName("mail.test.example");
        spec.setSpoolFolder(spool.toString());
        spec.setTlsHome(spool.resolveSibling("tls").toString());
        spec.setDrainTimeout("10");
        change.accept(spec);
        listener = new SmtpListener(spec.settings(), new Surroundings(now::get,
                new SessionReferences(InstantSource.system()), memory, new InMemorySessionCounters(),
                TurnByTurn::new,
                new Surroundings.Tls(), new Surroundings.Spools()));
        listener.start(endpoints);
    }

    int port() {
        return listener.port().orElseThrow();
    }

    Client connect() throws IOException {
        return new Client(port());
    }

    /** Lets this time pass at once, and has the sessions looked after. */
    void pass(Duration time) {
        now.addAndGet(time.toNanos());
        listener.sweep();
    }

    @Override
    public void close() {
        inbox.letGo();
        listener.close();
    }
}
