package org.postern.pipeline.digest;

import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;
import org.postern.digest.InMemoryDigests;
import org.postern.event.Event;
import org.postern.mail.Domain;
import org.postern.mail.QueueIds;
import org.postern.notice.DigestComposer;
import org.postern.notice.NoSignatures;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Digests that nobody has written, for tests of what depends on whether they are. */
public final class SomeDigests {
    private static final MailQueue NO_QUEUE = new MailQueue() {
        @Override
        public void post(List<Posting> mail, List<Event> events) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tell(List<Event> events) {
            throw new UnsupportedOperationException();
        }
    };

    private SomeDigests() {}

    /** {@return those that are set so} */
    public static Digests set(Map<String, String> settings) {
        InMemoryDigests store = new InMemoryDigests();
        InstantSource clock = InstantSource.system();
        return new Digests(new Settings(SettingsCatalogue.ALL, settings), store, store, NO_QUEUE,
                new DigestComposer(new Domain("gateway.example"), NoSignatures.SIGNER),
                new QueueIds(clock, new Random(1)), new Random(1), clock);
    }
}
