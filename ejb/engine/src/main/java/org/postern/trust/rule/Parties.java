package org.postern.trust.rule;

import org.postern.auth.FromField;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.OneOf;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.network.Network;
import org.postern.receiver.SessionFacts;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whose mail it is, and for whom. What lets mail pass must be proved: a sender that is wanted by a rule that speaks for the mail, and one that is
 * unwanted, and so spared, by any other. What it merely says of itself counts in the other two cases.
 */
final class Parties {
    /** Authors that are looked at; more stand in no honest mail. */
    private static final int MOST_AUTHORS = 100;

    /** What one pattern for an address costs beside a character of text. */
    private static final long ADDRESS = 5;

    private final RuledMail mail;
    private final Effort effort;
    private final List<Mailbox> authors;
    private final boolean oneAuthor;
    private final boolean understood;

    Parties(RuledMail mail, Effort effort) {
        this.mail = mail;
        this.effort = effort;
        List<String> fields = mail.header().all("From");
        this.authors = fields.stream()
                .limit(MOST_AUTHORS)
                .flatMap(field -> FromField.mailboxes(field).orElseGet(() -> FromField.likeAddresses(field)).stream())
                .limit(MOST_AUTHORS)
                .toList();
        this.understood = fields.stream().allMatch(field -> FromField.mailboxes(field).isPresent());
        this.oneAuthor = fields.size() == 1 && authors.size() == 1;
    }

    boolean fit(MailRule rule, Envelope envelope) {
        MailRule.Who who = rule.who();
        effort.spend(ADDRESS * ((long) authors.size() * who.author().size()
                + (long) envelope.recipients().size() * who.recipient().size()));
        boolean favour = rule.action().favours();
        return fit(who, favour, envelope);
    }

    /** {@return whether they are those of the rule, proved where it would speak for the mail} */
    boolean fitProved(MailRule rule, Envelope envelope) {
        return fit(rule.who(), true, envelope);
    }

    private boolean fit(MailRule.Who who, boolean favour, Envelope envelope) {
        return client(who) && user(who)
                && sided(who.sender(), favour, pattern -> pattern.matches(mail.envelope().reversePath()),
                        isSenderProved() || (!favour && mail.envelope().reversePath().isNull()))
                && sided(who.author(), favour, pattern -> authors.stream().anyMatch(pattern::matches),
                        isAuthorProved())
                && recipients(who.recipient(), favour, envelope);
    }

    private boolean client(MailRule.Who who) {
        return who.client().isAny() || mail.session()
                .filter(session -> who.client()
                        .holds((Network network) -> network.contains(session.client().getAddress())))
                .isPresent();
    }

    private boolean user(MailRule.Who who) {
        Optional<String> user = mail.session().flatMap(SessionFacts::identity).map(identity -> identity.name());
        return who.user().holds(name -> user.filter(one -> name.equals("*") || name.equalsIgnoreCase(one)).isPresent());
    }

    private static <T> boolean sided(OneOf<T> condition, boolean favour, Predicate<T> said, boolean proved) {
        Predicate<T> surely = pattern -> proved && said.test(pattern);
        return condition.isAny() || (favour ? condition.holds(surely, said) : condition.holds(said, surely));
    }

    /** Nobody can prove to have sent what comes from nobody; that it comes from nobody is no claim, and needs no proof to be spared. */
    private boolean isSenderProved() {
        ReversePath path = mail.envelope().reversePath();
        return mail.examination().isEmpty()
                || path.mailbox().filter(mailbox -> mail.isProved(mailbox.domain())).isPresent();
    }

    private boolean isAuthorProved() {
        return mail.examination().isEmpty() || (oneAuthor && understood && mail.isProved(authors.getFirst().domain()));
    }

    private static boolean recipients(OneOf<RecipientPattern> condition, boolean favour, Envelope envelope) {
        Predicate<Recipient> named = recipient -> isNamed(condition, recipient);
        return condition.isAny() || (favour
                ? envelope.recipients().stream().allMatch(named)
                : envelope.recipients().stream().anyMatch(named));
    }

    /** {@return whether the rule names this recipient} */
    static boolean isNamed(OneOf<RecipientPattern> condition, Recipient recipient) {
        return condition.holds(pattern -> pattern.matches(recipient.mailbox()));
    }
}
