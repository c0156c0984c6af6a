package org.postern.admin.rules;

import org.postern.assessment.Symbol;
import org.postern.config.rule.NetworkText;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.DomainParser;
import org.postern.smtp.wire.MailboxParser;
import org.postern.smtp.wire.Parsed;
import org.postern.trust.rule.Trial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mail as an administrator describes it.
 *
 * @param client an IP address
 * @param user a login; the empty string for none
 * @param sender an address; empty or {@code <>} for the null reverse-path
 * @param recipients addresses
 * @param header fields, as in {@code Subject: invoice}
 * @param proved domains
 * @param symbols such as {@code FILE_MACROS}, or with a weight {@code FILE_MACROS=2}
 */
public record TrialDraft(String client, String user, String sender, List<String> recipients, List<String> header,
        List<String> proved, List<String> symbols) {
    private static final Sentence.Form TOO_MUCH = Sentence.form("saidTooOften",
            "Nothing is said more than {0} times.");
    private static final Sentence.Form NO_SYMBOL = Sentence.form("notASymbolWithWeight",
            "A symbol may have a weight, as in FILE_MACROS=2; not {0}");
    private static final Sentence.Form NO_DOMAIN = Sentence.form("notADomainOfATrial",
            "Not a domain: {0}");
    private static final Sentence.Form NO_ADDRESS = Sentence.form("notAnAddressOfATrial",
            "Not an address: {0}");
    private static final int MOST = 100;

    /**
     * {@return the mail}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    Trial toTrial() {
        if (List.of(recipients, header, proved, symbols).stream().anyMatch(texts -> texts.size() > MOST)) {
            throw TOO_MUCH.refused(MOST);
        }
        ReversePath from = sender.isEmpty() || sender.equals("<>") ? ReversePath.NULL : ReversePath.of(mailbox(sender));
        Set<Domain> domains = proved.stream()
                .map(text -> good(NO_DOMAIN, text, DomainParser.parseInternational(text)))
                .collect(Collectors.toSet());
        return new Trial(NetworkText.address(client), Optional.of(user).filter(name -> !name.isEmpty()), from,
                recipients.stream().map(TrialDraft::mailbox).toList(), header, domains,
                symbols.stream().map(TrialDraft::symbol).toList());
    }

    private static Symbol symbol(String text) {
        int sign = text.indexOf('=');
        try {
            return sign < 0
                    ? Symbol.noted(text, "")
                    : new Symbol(text.substring(0, sign), Double.parseDouble(text.substring(sign + 1)), "");
        } catch (NumberFormatException e) {
            throw (RefusedException) NO_SYMBOL.refused(text).initCause(e);
        }
    }

    private static Mailbox mailbox(String text) {
        return good(NO_ADDRESS, text, MailboxParser.parseInternational(text));
    }

    private static <T> T good(Sentence.Form wrong, String text, Parsed<T> parsed) {
        return parsed.toOptional().orElseThrow(() -> wrong.refused(text));
    }
}
