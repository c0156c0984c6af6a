package org.postern.admin.programs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.ConsoleUser;
import org.postern.admin.people.ConsoleUsers;
import org.postern.admin.people.Vouching;

import java.time.Instant;
import java.util.Optional;

/**
 * Who stands behind a token: a person, or another program behind which somebody stands in turn. It gives no more than they have at this moment, and ends
 * with them. One that was made by who has the local token stands for itself.
 */
@Singleton
class Makers {
    /** More programs do not stand behind one another. */
    static final int MOST = 10;

    private final ApiTokens tokens;
    private final ConsoleUsers users;
    private final Vouching vouching;

    @Inject
    Makers(ApiTokens tokens, ConsoleUsers users, Vouching vouching) {
        this.tokens = tokens;
        this.users = users;
        this.vouching = vouching;
    }

    /** {@return what a token gives now; empty if it gives nothing} */
    Optional<Remit> remit(ApiToken token, Instant now) {
        return remit(token, now, MOST);
    }

    private Optional<Remit> remit(ApiToken token, Instant now, int most) {
        if (most == 0 || !token.expires().isAfter(now)) {
            return Optional.empty();
        }
        return maker(token, now, most).map(token.remit()::and);
    }

    private Optional<Remit> maker(ApiToken token, Instant now, int most) {
        Optional<String> program = new Caller(token.by(), Role.AUDITOR).token();
        if (program.isPresent()) {
            return tokens.find(program.get())
                    .filter(maker -> !maker.created().isAfter(token.created()))
                    .flatMap(maker -> remit(maker, now, most - 1));
        }
        return ConsoleUser.isName(token.by())
                ? users.find(token.by())
                        .filter(maker -> !maker.created().isAfter(token.created()) && vouching.counts(maker))
                        .map(ConsoleUser::remit)
                : Optional.of(Remit.of(Role.ADMINISTRATOR));
    }

    /** Ends a token and all that were made by it; {@return how many} */
    int end(String name) {
        return (tokens.end(name) ? 1 : 0) + endAllOf(Caller.token(name, Role.AUDITOR).name());
    }

    /** Ends all tokens that were made by this person or program, and those that were made by them; {@return how many} */
    int endAllOf(String maker) {
        return tokens.all()
                .stream()
                .filter(token -> token.by().equals(maker))
                .map(ApiToken::name)
                .mapToInt(this::end)
                .sum();
    }
}
