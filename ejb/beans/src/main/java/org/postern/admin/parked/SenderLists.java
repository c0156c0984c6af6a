package org.postern.admin.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.trust.EntryDesk;
import org.postern.admin.trust.EntryDraft;
import org.postern.mail.Mailbox;
import org.postern.queue.WaitingMail;
import org.postern.reputation.entry.ListEntry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts those who have sent what waits on the lists of whom people allow and block. */
@Singleton
public class SenderLists {
    private final WaitingMail waiting;
    private final EntryDesk desk;

    @Inject
    SenderLists(WaitingMail waiting, EntryDesk desk) {
        this.waiting = waiting;
        this.desk = desk;
    }

    /**
     * Allows or blocks the sender of a message, unless he is on the list already; a message that no longer waits changes nothing.
     *
     * @param owner whose mail it is about
     * @return whether the message waits
     * @throws IllegalArgumentException saying why it cannot be done
     */
    public boolean put(ListEntry.Effect effect, String key, String owner, String by) {
        List<Optional<Mailbox>> senders = new ArrayList<>();
        waiting.look(key, message -> senders.add(ShownSender.of(message.mail().message())));
        for (Optional<Mailbox> sender : senders) {
            String party = sender.map(Mailbox::toString)
                    .orElseThrow(
                            () -> new IllegalArgumentException("a message does not name one sender, who could be on"
                                    + " a list"));
            desk.ensure(new EntryDraft(effect, party, owner, "of a message in quarantine", ""), by)
                    .ifPresent(wrong -> {
                        throw new IllegalArgumentException(wrong);
                    });
        }
        return !senders.isEmpty();
    }
}
