package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.rule.RecipientPattern;
import org.postern.identity.MailUser;
import org.postern.identity.MailUsers;
import org.postern.identity.ScramVerifier;
import org.postern.sentence.Sentence;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What can be done with the gateway's own users. Each act gives back what was wrong with it; empty if it is done. */
@Desk
@Singleton
public class MailAccounts {
    private static final int LONGEST = 256;
    private static final int MOST_SENDERS = 100;
    /** Whatever stands in an address without quotes (atext of RFC 5322, 3.2.3), and the comma of names in directories. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9!#$%&'*+,./=?^_`{|}~@-]{0,254}");
    private static final String SIGNS = ". , @ ! # $ % & ' * + - / = ? ^ _ ` { | } ~";
    private static final Sentence ENABLED = Sentence.form("auditMailUserEnabled", "enabled").with();
    private static final Sentence DISABLED = Sentence.form("auditMailUserDisabled", "disabled").with();
    private static final Sentence.Form SENDS_AS = Sentence.form("auditMailUserSendsAsX", "may send as {0}");
    private static final Sentence NO_SUCH_USER = Sentence.form("noSuchUser", "There is no such user.").with();
    private static final Sentence.Form NO_NAME = Sentence.form("noUserName",
            "A name has up to {0} letters, digits or {1}, and starts with a letter or digit.");
    private static final Sentence SAME_NAME = Sentence.form("userOfThisName", "There is a user of that name already.")
            .with();
    private static final Sentence.Form LENGTH = Sentence.form("passwordLength",
            "A password has {0} to {1} characters.");
    private static final Sentence NOT_ALIKE = Sentence.form("passwordNotAlike",
            "The password has characters that not all clients write alike.").with();
    private static final Sentence.Form MANY_SENDERS = Sentence.form("manySenders", "A user has at most {0} senders.");
    private static final Sentence.Form NO_SENDER = Sentence.form("noSender",
            "A sender is a mailbox@domain, a domain, .domain or *, not {0}.");
    private static final int LONGEST_NAME = 255;

    private final MailUsers users;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    MailAccounts(MailUsers users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /** {@return those after this name, in the order of their names} */
    @Looks(Role.AUDITOR)
    public List<MailAccount> after(String name, int limit) {
        return users.after(name, limit).stream().map(MailAccount::of).toList();
    }

    /** {@return the user of this name} */
    @Looks(Role.AUDITOR)
    public Optional<MailAccount> find(String name) {
        return users.find(key(name)).map(MailAccount::of);
    }

    /** Adds a user who may log in at once. */
    @Acts(value = Role.ADMINISTRATOR, as = "mail user added", atOnce = true)
    public Optional<Sentence> add(String name, String password, List<String> senders) {
        String key = key(name);
        if (!NAME.matcher(key).matches()) {
            return Optional.of(NO_NAME.with(LONGEST_NAME, SIGNS));
        }
        Optional<Sentence> fault = faultOf(password, key).or(() -> faultOf(senders));
        if (fault.isPresent()) {
            return fault;
        }
        Instant now = clock.instant();
        Act.tells(Sentence.asItIs(key), Act.NOTHING, said(true, senders));
        MailUser user = new MailUser(key, ScramVerifier.of(password, random), true, senders, now, now);
        return users.add(user) ? Optional.empty() : Optional.of(SAME_NAME);
    }

    @Acts(value = Role.ADMINISTRATOR, as = "mail user's password changed", atOnce = true)
    public Optional<Sentence> changePassword(String name, String password) {
        return faultOf(password, key(name)).or(
                () -> change(name, user -> user.with(ScramVerifier.of(password, random), clock.instant())));
    }

    @Acts(value = Role.ADMINISTRATOR, as = "mail user switched", atOnce = true)
    public Optional<Sentence> enable(String name, boolean whether) {
        return change(name, user -> user.enabled(whether));
    }

    @Acts(value = Role.ADMINISTRATOR, as = "mail user's senders changed", atOnce = true)
    public Optional<Sentence> sendAs(String name, List<String> senders) {
        return faultOf(senders).or(() -> change(name, user -> user.sendingAs(senders)));
    }

    @Acts(value = Role.ADMINISTRATOR, as = "mail user deleted", atOnce = true)
    public Optional<Sentence> delete(String name) {
        return NAME.matcher(key(name)).matches() && users.delete(key(name))
                ? Optional.empty()
                : Optional.of(NO_SUCH_USER);
    }

    private Optional<Sentence> change(String name, UnaryOperator<MailUser> change) {
        boolean changed = Optional.of(key(name)).filter(NAME.asMatchPredicate()).flatMap(users::lock).filter(before -> {
            MailUser after = change.apply(before);
            Act.tells(Sentence.asItIs(before.name()), said(before.enabled(), before.senders()),
                    said(after.enabled(), after.senders()));
            return users.replace(after);
        }).isPresent();
        return changed ? Optional.empty() : Optional.of(NO_SUCH_USER);
    }

    private static Sentence said(boolean enabled, List<String> senders) {
        return Sentence.joined(", ", List.of(enabled ? ENABLED : DISABLED, SENDS_AS.with(String.join(", ", senders))));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Sentence> faultOf(String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < PasswordRules.SHORTEST || length > LONGEST) {
            return Optional.of(LENGTH.with(PasswordRules.SHORTEST, LONGEST));
        }
        // Clients prepare a password before they use it (RFC 4013); one that comes out differently would not be recognized.
        boolean plain = Normalizer.isNormalized(password, Normalizer.Form.NFKC)
                && password.codePoints().noneMatch(Character::isISOControl);
        return plain
                ? PasswordRules.weakness(password, name)
                : Optional.of(NOT_ALIKE);
    }

    private static Optional<Sentence> faultOf(List<String> senders) {
        if (senders.size() > MOST_SENDERS) {
            return Optional.of(MANY_SENDERS.with(MOST_SENDERS));
        }
        return senders.stream().filter(sender -> !RecipientPattern.isOne(sender)).findFirst().map(NO_SENDER::with);
    }
}
