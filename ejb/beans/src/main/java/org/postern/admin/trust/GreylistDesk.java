package org.postern.admin.trust;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.rule.NetworkText;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.reputation.grey.Contact;
import org.postern.reputation.grey.Greylist;
import org.postern.reputation.grey.GreylistStore.Waiting;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.MailboxParser;

import java.util.List;
import java.util.Optional;

/** Who is to come again, and whom a person lets in without. */
@Desk
@Singleton
public class GreylistDesk {
    private static final Sentence.Form FROM_TO = Sentence.form("auditGreylistXToX", "{0} to {1}");
    /** The most contacts of one answer. */
    public static final int MAX_LIMIT = 1000;

    static final Sentence.Form NO_ADDRESS = Sentence.form("notAnAddressX", "Not an address: {0}");

    private final Greylist greylist;

    @Inject
    GreylistDesk(Greylist greylist) {
        this.greylist = greylist;
    }

    /** {@return the first of those who are to come again, the latest first} */
    @Looks(Role.AUDITOR)
    public List<Waiting> waiting(int limit) {
        return waiting(Optional.empty(), limit);
    }

    /**
     * {@return those who are to come again, the latest first}
     *
     * @param behind the last one of the page before; empty for the first page
     */
    @Looks(Role.AUDITOR)
    public List<Waiting> waiting(Optional<Waiting> behind, int limit) {
        return greylist.waiting(behind, Math.min(limit, MAX_LIMIT));
    }

    /**
     * Lets the client's network write for the sender's domain to the recipient from now on; gives back what was wrong, empty if it is done.
     *
     * @param client an IP address
     * @param sender an address; empty or {@code <>} for the null reverse-path
     */
    @Acts(value = Role.OPERATOR, as = "let in without greylisting")
    public Optional<Sentence> release(String client, String sender, String recipient) {
        Optional<Mailbox> from = mailbox(sender);
        Optional<Mailbox> to = mailbox(recipient);
        if (from.isEmpty() && !sender.isEmpty() && !sender.equals("<>")) {
            return Optional.of(NO_ADDRESS.with(sender));
        }
        if (to.isEmpty()) {
            return Optional.of(NO_ADDRESS.with(recipient));
        }
        try {
            Act.tells(contact(client, sender, recipient), Act.NOTHING, Act.NOTHING);
            greylist.release(Contact.of(NetworkText.address(client), new ReversePath(from), to.get()));
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(RefusedException.sentenceOf(wrong));
        }
    }

    /** Lets a contact that is to come again do so at once; {@return whether it is one of {@value #MAX_LIMIT} that are to come again}. */
    @Acts(value = Role.OPERATOR, as = "let in without greylisting")
    public boolean release(Contact contact) {
        boolean waits = greylist.waiting(Optional.empty(), MAX_LIMIT)
                .stream()
                .anyMatch(one -> one.contact().equals(contact));
        if (waits) {
            Act.tells(contact(contact.network(), contact.sender(), contact.recipient()), Act.NOTHING, Act.NOTHING);
            greylist.release(contact);
        }
        return waits;
    }

    private static Optional<Mailbox> mailbox(String text) {
        return MailboxParser.parseInternational(text.strip()).toOptional();
    }

    private static Sentence contact(Object client, Object sender, Object recipient) {
        return Sentence.joined(", ", List.of(Sentence.asItIs(client.toString()),
                FROM_TO.with(sender.toString(), recipient.toString())));
    }
}
