package org.postern.admin.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.trust.EntryDesk;
import org.postern.admin.trust.EntryDraft;
import org.postern.mail.Mailbox;
import org.postern.queue.WaitingMail;
import org.postern.reputation.entry.ListEntry;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts those who have sent what waits on the lists of whom people allow and block. */
@Singleton
public class SenderLists {
    private static final Sentence NO_SENDER = Sentence.form("messageOfNoOneSender",
            "a message does not name one sender, who could be on a list").with();

    private final WaitingMail waiting;
    private final EntryDesk desk;

    @Inject
    SenderLists(WaitingMail waiting, EntryDesk desk) {
        this.waiting = waiting;
        this.desk = desk;
    }

    /**
     * {@return the sender of a message, whom {@link #put} can allow or block; empty if the message no longer waits}
     *
     * @param owner whose mail it is about
     * @throws IllegalArgumentException saying why it cannot be done
     */
    public Optional<String> sender(ListEntry.Effect effect, String key, String owner) {
        List<Optional<Mailbox>> senders = new ArrayList<>();
        waiting.look(key, message -> senders.add(ShownSender.of(message.mail().message())));
        Optional<String> party = senders.stream()
                .findFirst()
                .map(sender -> sender.map(Mailbox::toString)
                        .orElseThrow(() -> new RefusedException(NO_SENDER)));
        party.flatMap(one -> desk.obstacle(draft(effect, one, owner))).ifPresent(SenderLists::refuse);
        return party;
    }

    /**
     * Allows or blocks a sender, unless he is on the list already.
     *
     * @throws IllegalArgumentException saying why it cannot be done
     */
    public void put(ListEntry.Effect effect, String party, String owner, String by) {
        desk.ensure(draft(effect, party, owner), by).ifPresent(SenderLists::refuse);
    }

    private static EntryDraft draft(ListEntry.Effect effect, String party, String owner) {
        return new EntryDraft(effect, party, owner, "of a message in quarantine", "");
    }

    private static void refuse(Sentence wrong) {
        throw new RefusedException(wrong);
    }
}
