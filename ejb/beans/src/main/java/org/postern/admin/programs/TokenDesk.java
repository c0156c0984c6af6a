package org.postern.admin.programs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.Secret;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets programs in, each by a token of its own that ends by itself. */
@Desk
@Singleton
public class TokenDesk {
    /** How long a token lasts at most. */
    public static final Duration LONGEST = Duration.ofDays(366);
    /** What each secret begins with, so that who finds one knows what it is. */
    public static final String PREFIX = "postern_";
    /** The most tokens. */
    public static final int MOST = 1000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,47}");

    private static final Sentence.Form TOKEN = Sentence.form("auditTokenX", "token {0}");
    private static final Sentence.Form UNTIL = Sentence.form("auditTokenXUntilX", "{0} until {1}");
    private static final Sentence NO_NAME = Sentence.form("noTokensName",
            "A name has up to 48 letters, digits or . _ -, and starts with a letter or digit.").with();
    private static final Sentence.Form NO_END = Sentence.form("noTokensEnd",
            "A token ends after now, and not after {0}.");
    private static final Sentence TOO_FAR = Sentence.form("tokensBehindTokens",
            "So many programs stand behind this one that it makes no others.").with();
    private static final Sentence.Form FULL = Sentence.form("manyTokens", "There are {0} tokens already; end some.");
    private static final Sentence SAME_NAME = Sentence.form("tokenOfThisName",
            "There is a token of that name already; end it first.").with();
    private static final Sentence NO_SUCH_TOKEN = Sentence.form("noSuchToken", "There is no such token.").with();

    private final ApiTokens tokens;
    private final Makers makers;
    private final InstantSource clock;

    @Inject
    TokenDesk(ApiTokens tokens, Makers makers, InstantSource clock) {
        this.tokens = tokens;
        this.makers = makers;
        this.clock = clock;
    }

    /** {@return all of them, those whose time is over among them, in the order of their names} */
    @Looks(Role.ADMINISTRATOR)
    public List<TokenView> all() {
        return tokens.all().stream().map(TokenView::of).toList();
    }

    /**
     * {@return the secret of a new token, which nobody is told again} It never gives more than its maker has at that moment, and ends with the maker: a
     * person whose access ends, or another token.
     *
     * @param expires at most {@link #LONGEST} from now
     * @throws IllegalArgumentException saying what is wrong
     */
    @Acts(value = Role.ADMINISTRATOR, as = "token made", atOnce = true)
    public String make(String name, Remit remit, Instant expires) {
        remit.fault().ifPresent(fault -> {
            throw new RefusedException(fault);
        });
        if (!NAME.matcher(name).matches()) {
            throw new RefusedException(NO_NAME);
        }
        Instant now = clock.instant();
        Instant end = longest(now);
        if (!expires.isAfter(now) || expires.isAfter(end)) {
            throw new RefusedException(NO_END.with(end.toString()));
        }
        if (isLast()) {
            throw new RefusedException(TOO_FAR);
        }
        if (tokens.all().size() >= MOST) {
            throw new RefusedException(FULL.with(MOST));
        }
        String secret = PREFIX + Secret.make();
        String by = Caller.current().map(Caller::name).orElse("");
        if (!tokens.add(new ApiToken(Secret.hash(secret), name, remit, now, by, expires, Optional.empty()))) {
            throw new RefusedException(SAME_NAME);
        }
        Act.tells(TOKEN.with(name), Act.NOTHING, UNTIL.with(remit.said(), expires.toString()));
        return secret;
    }

    /** {@return whether a token that this program makes would give nothing} */
    private boolean isLast() {
        Optional<String> program = Caller.current().flatMap(Caller::token);
        int behind = 0;
        while (program.isPresent() && behind < Makers.MOST) {
            behind++;
            program = tokens.find(program.get()).flatMap(token -> new Caller(token.by(), Role.AUDITOR).token());
        }
        return behind >= Makers.MOST;
    }

    private Instant longest(Instant now) {
        Instant end = now.plus(LONGEST);
        return Caller.current()
                .flatMap(Caller::token)
                .map(own -> tokens.find(own).map(ApiToken::expires).orElse(now))
                .filter(own -> own.isBefore(end))
                .orElse(end);
    }

    /** Ends a token, and those that were made by it; gives back what is wrong, empty if it is done. */
    @Acts(value = Role.ADMINISTRATOR, as = "token ended", atOnce = true)
    public Optional<Sentence> end(String name) {
        Act.tells(TOKEN.with(name), tokens.find(name).map(token -> token.remit().said()).orElse(Act.NOTHING),
                Act.NOTHING);
        return makers.end(name) > 0 ? Optional.empty() : Optional.of(NO_SUCH_TOKEN);
    }
}
