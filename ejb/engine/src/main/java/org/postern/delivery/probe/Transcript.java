package org.postern.delivery.probe;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.probe.Contact.Line;
import org.postern.delivery.probe.Contact.Speaker;
import org.postern.delivery.tls.TlsDemand;
import org.postern.sentence.Sentence;
import org.postern.smtp.client.Ear;
import org.postern.smtp.client.TlsSession;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what is seen and heard of connections, within bounds: what comes beyond {@value #MOST_LINES} lines or {@value #MOST_CONTACTS} connections is left out. */
final class Transcript implements Witness {
    static final int MOST_LINES = 400;
    static final int MOST_CONTACTS = 40;
    private static final int MOST_CERTIFICATES = 10;
    private static final int LONGEST = 1000;

    private final InstantSource clock;
    private final Instant begun;
    private final List<Page> pages = new ArrayList<>();
    private int lines;

    Transcript(InstantSource clock) {
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** What is known of one connection so far. */
    private final class Page implements Ear {
        private final NextServer server;
        private final String demand;
        private final List<Line> said = new ArrayList<>();
        private Optional<String> tls = Optional.empty();
        private List<ShownCertificate> chain = List.of();
        private Optional<Sentence> flaw = Optional.empty();
        private Optional<Sentence> fault = Optional.empty();

        Page(NextServer server, String demand) {
            this.server = server;
            this.demand = demand;
        }

        @Override
        public void said(String line) {
            write(this, Speaker.WE, line);
        }

        @Override
        public void heard(String line) {
            write(this, Speaker.SERVER, line);
        }

        @Override
        public void secured(TlsSession session) {
            synchronized (Transcript.this) {
                tls = Optional.of(session.protocol() + " " + session.cipherSuite());
            }
            write(this, Speaker.NOBODY, session.protocol() + " " + session.cipherSuite());
        }

        Contact contact() {
            return new Contact(server.toString(), demand, said, tls, chain, flaw, fault);
        }
    }

    private synchronized void write(Page page, Speaker speaker, String text) {
        if (lines < MOST_LINES) {
            lines++;
            page.said.add(new Line(Duration.between(begun, clock.instant()), speaker,
                    text.substring(0, Math.min(text.length(), LONGEST))));
        }
    }

    private synchronized Page add(Page page) {
        if (pages.size() < MOST_CONTACTS) {
            pages.add(page);
        }
        return page;
    }

    @Override
    public Ear connected(NextServer server, TlsDemand demand) {
        return add(new Page(server, demand.toString()));
    }

    @Override
    public void failed(NextServer server, String reason) {
        write(add(new Page(server, "")), Speaker.NOBODY, reason);
    }

    /** Notes what became of the last connection with this server. */
    void note(NextServer server, String what) {
        write(last(server).orElseGet(() -> add(new Page(server, ""))), Speaker.NOBODY, what);
    }

    private synchronized Optional<Page> last(NextServer server) {
        return pages.reversed().stream().filter(page -> page.server.equals(server)).findFirst();
    }

    @Override
    public synchronized void shown(NextServer server, List<X509Certificate> chain, Optional<Sentence> flaw) {
        last(server).ifPresent(page -> {
            page.chain = chain.stream().limit(MOST_CERTIFICATES).map(ShownCertificate::of).toList();
            page.flaw = flaw;
        });
    }

    @Override
    public synchronized void judged(NextServer server, Optional<Sentence> fault) {
        last(server).ifPresent(page -> page.fault = fault);
    }

    /** {@return what was written down so far} */
    synchronized List<Contact> contacts() {
        return pages.stream().map(Page::contact).toList();
    }
}
