package org.postern.admin.applications;

import org.postern.config.rule.Wrong;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.MailboxParser;

import java.util.List;
import java.util.Optional;

/**
 * What a person writes into the envelope of a message in place of what stands there.
 *
 * @param sender the reverse-path; empty where it stays
 * @param recipients all of them; none where they stay
 */
public record Mending(Optional<ReversePath> sender, List<Mailbox> recipients) {
    /** The most recipients that somebody writes. */
    private static final int MOST = 1000;
    private static final String NULL_PATH = "<>";
    private static final Sentence.Form TOO_MANY = Sentence.form("mendedRecipientsAtMostX", "at most {0} recipients");
    private static final Sentence.Form NOTHING = Sentence.form("nothingToMend",
            "say what is to be mended: the sender, the recipients or both");

    public Mending {
        recipients = recipients.stream().distinct().toList();
    }

    /**
     * {@return what is to stand there}
     *
     * @param sender the reverse-path; empty text or {@code <>} is the null one; without, it stays
     * @param recipients all of them from now on, at most a thousand; none where they stay
     * @throws org.postern.sentence.RefusedException saying what makes no sense
     */
    static Mending read(Optional<String> sender, List<String> recipients) {
        if (sender.isEmpty() && recipients.isEmpty()) {
            throw NOTHING.refused();
        }
        if (recipients.size() > MOST) {
            throw TOO_MANY.refused(MOST);
        }
        return new Mending(sender.map(Mending::path), recipients.stream().map(Mending::mailbox).toList());
    }

    private static ReversePath path(String text) {
        String plain = text.strip();
        return plain.isEmpty() || plain.equals(NULL_PATH) ? ReversePath.NULL : ReversePath.of(mailbox(plain));
    }

    private static Mailbox mailbox(String text) {
        return MailboxParser.parse(text.strip())
                .toOptional()
                .orElseThrow(() -> Wrong.NOT_AN_ADDRESS.refused(text));
    }

    /**
     * {@return the envelope that it becomes; empty where it lacks what is not written} The parameters of MAIL stay, and those of each recipient who stays.
     *
     * @param before as far as it can be read
     */
    Optional<Envelope> of(Optional<Envelope> before) {
        Optional<ReversePath> from = sender.or(() -> before.map(Envelope::reversePath));
        List<Recipient> known = before.map(Envelope::recipients).orElse(List.of());
        List<Recipient> to = recipients.isEmpty() ? known : recipients.stream().map(one -> among(known, one)).toList();
        return from.filter(path -> !to.isEmpty())
                .map(path -> new Envelope(path, before.map(Envelope::parameters).orElse(Parameters.NONE), to));
    }

    private static Recipient among(List<Recipient> known, Mailbox mailbox) {
        return known.stream().filter(one -> one.mailbox().equals(mailbox)).findFirst().orElse(Recipient.of(mailbox));
    }

    /** {@return whether somebody else gets it than before} */
    boolean changesRecipients(Optional<Envelope> before) {
        return !recipients.isEmpty() && !before.map(Mending::mailboxes).equals(Optional.of(recipients));
    }

    private static List<Mailbox> mailboxes(Envelope envelope) {
        return envelope.recipients().stream().map(Recipient::mailbox).toList();
    }
}
