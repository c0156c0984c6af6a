package org.postern.store.parked;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.receiver.Reason;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Many parked messages in memory, for tests of what is done to them. */
public final class ManyParked {
    private final InMemoryParkedMail mail = new InMemoryParkedMail();

    /** {@return the key of the how manieth message, counted from 0} */
    public static String key(int number) {
        return "k%05d".formatted(number);
    }

    /** Parks so many, to be tried in an hour. */
    public void park(int count) {
        for (int i = 0; i < count; i++) {
            mail.park(Parked.of(key(i)).due(3600).build());
        }
    }

    /** Sets a message aside in which this was found. */
    public void quarantine(String key, Symbol found, String... recipients) {
        mail.park(quarantined(key, found, recipients));
    }

    /** Sets a message aside that a rule of this name, or a check, has judged. */
    public void quarantineBy(String rule, String key, String... recipients) {
        mail.park(quarantinedBy(rule, key, Symbol.noted("A", ""), recipients));
    }

    /** Lets a message wait of which this was said. */
    public void said(String key, String reply, String... recipients) {
        mail.park(Parked.of(key).due(3600).reply(reply).to(recipients).build());
    }

    /** Sets a message of this content aside. */
    public void quarantineContent(String key, String content) {
        mail.park(Parked.of(key)
                .held()
                .reason(ParkedMessage.Reason.QUARANTINED)
                .content(content.getBytes(StandardCharsets.UTF_8))
                .build());
    }

    static ParkedMessage quarantined(String key, Symbol found, String... recipients) {
        return quarantinedBy("score", key, found, recipients);
    }

    static ParkedMessage quarantinedBy(String rule, String key, Symbol found, String... recipients) {
        ParkedMessage message = Parked.of(key)
                .held()
                .reason(ParkedMessage.Reason.QUARANTINED)
                .to(recipients)
                .build();
        return new ParkedMessage(key,
                message.mail().assessed(new Assessment(List.of(found), Reason.NONE.by(rule))), message.reason(),
                message.due(), message.queue(), message.lastReply());
    }

    public WaitingMail waiting() {
        return mail;
    }

    /** {@return how many there are} */
    public long count() {
        return mail.count(ParkedFilter.everything(), Integer.MAX_VALUE);
    }

    /** Lets these wait for a person; {@return how many were still parked} */
    public int hold(Collection<String> keys) throws QueueUnavailableException {
        return mail.change(keys, message -> new ParkedMessage(message.key(), message.mail(), ParkedMessage.Reason.HELD,
                Optional.empty(), message.queue(), message.lastReply()), "alice", told -> {
                });
    }
}
