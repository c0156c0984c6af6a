package org.postern.reputation.entry;

import org.postern.config.rule.NetworkText;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.network.Network;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.DomainParser;
import org.postern.smtp.wire.MailboxParser;
import org.postern.smtp.wire.Parsed;

/** Whom an entry is about. */
public sealed interface Party {
    /** One sender; the case of the local part is no matter. */
    record Sender(Mailbox mailbox) implements Party {
        @Override
        public String toString() {
            return mailbox.toString();
        }
    }

    /** All senders of a domain. */
    record OneDomain(Domain domain) implements Party {
        @Override
        public String toString() {
            return domain.toString();
        }
    }

    /** All senders of a domain and of those below it. */
    record DomainAndBelow(Domain domain) implements Party {
        @Override
        public String toString() {
            return "." + domain;
        }
    }

    /** All clients of a network. */
    record Clients(Network network) implements Party {
        @Override
        public String toString() {
            return network.toString();
        }
    }

    /**
     * {@return the one with this text: {@code ann@sender.example}, {@code sender.example}, {@code .sender.example} with all below it, {@code 192.0.2.9},
     * {@code 2001:db8::/32}}
     *
     * @throws IllegalArgumentException saying that it is none of these
     */
    static Party parse(String text) {
        if (text.indexOf('@') >= 0) {
            return new Sender(good(MailboxParser.parseInternational(text), text));
        }
        if (text.startsWith(".")) {
            return new DomainAndBelow(domain(text.substring(1), text));
        }
        return isNetwork(text) ? new Clients(network(text)) : new OneDomain(domain(text, text));
    }

    private static boolean isNetwork(String text) {
        return text.indexOf(':') >= 0 || text.indexOf('/') >= 0
                || (!text.isEmpty() && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    private static Network network(String text) {
        try {
            return NetworkText.network(text);
        } catch (RefusedException wrong) {
            throw none(text, wrong.sentence());
        }
    }

    private static Domain domain(String text, String written) {
        return good(DomainParser.parseInternational(text), written);
    }

    private static <T> T good(Parsed<T> parsed, String text) {
        return parsed.toOptional()
                .orElseThrow(() -> none(text, Sentence.form("notWrittenAsOne", "it is not written as one").with()));
    }

    private static RefusedException none(String text, Sentence why) {
        return Sentence.form("noParty", "''{0}'' is no address, domain or network: {1}").refused(text, why);
    }
}
