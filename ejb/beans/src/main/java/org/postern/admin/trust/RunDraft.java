package org.postern.admin.trust;

import org.postern.config.rule.NetworkText;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.MailboxParser;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Who would send a message, as a person writes it.
 *
 * @param client an IP address
 * @param helo what it says in EHLO
 * @param sender the reverse-path; empty or {@code <>} for none
 * @param recipients at least one, at most {@value #MOST}
 * @param scanners whether scanners are asked as well, who may remember that
 */
public record RunDraft(String client, String helo, String sender, List<String> recipients, boolean scanners) {
    private static final Sentence.Form NO_NAME = Sentence.form("noEhloName", "EHLO has a name of 1 to {0} characters.");
    private static final Sentence.Form NO_RECIPIENTS = Sentence.form("noRecipients", "There are 1 to {0} recipients.");
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 255;

    public RunDraft {
        recipients = List.copyOf(recipients);
    }

    /** {@return the same from this sender to these, where nobody has said otherwise} */
    RunDraft or(Envelope envelope) {
        return new RunDraft(client, helo, sender.isEmpty() ? envelope.reversePath().address() : sender,
                recipients.isEmpty()
                        ? envelope.recipients().stream().limit(MOST).map(one -> one.mailbox().toString()).toList()
                        : recipients,
                scanners);
    }

    /**
     * {@return the session}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    SessionFacts session(String reference, String greetingName) {
        if (helo.isBlank() || helo.length() > LONGEST_NAME) {
            throw new RefusedException(NO_NAME.with(LONGEST_NAME));
        }
        return SessionFacts
                .begun(reference, "mx", ProtocolRole.MX, greetingName,
                        new InetSocketAddress(NetworkText.address(client.strip()), 0),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .greeted(helo.strip(), true);
    }

    /**
     * {@return the envelope}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    Envelope envelope() {
        if (recipients.isEmpty() || recipients.size() > MOST) {
            throw new RefusedException(NO_RECIPIENTS.with(MOST));
        }
        String from = sender.strip();
        return new Envelope(from.isEmpty() || from.equals("<>") ? ReversePath.NULL : ReversePath.of(mailbox(from)),
                Parameters.NONE, recipients.stream().map(RunDraft::mailbox).map(Recipient::of).toList());
    }

    private static Mailbox mailbox(String text) {
        return MailboxParser.parseInternational(text.strip())
                .toOptional()
                .orElseThrow(() -> new RefusedException(GreylistDesk.NO_ADDRESS.with(text)));
    }
}
