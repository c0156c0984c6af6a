package org.postern.admin.openid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.postern.admin.access.Role;
import org.postern.admin.people.Entry;
import org.postern.admin.people.LoginThrottle;
import org.postern.admin.people.OutsideEntrance;
import org.postern.admin.people.Whence;
import org.postern.config.OpenIdSettings;
import org.postern.config.Settings;
import org.postern.mail.Domain;
import org.postern.mail.DomainSet;
import org.postern.limit.Bulkhead;
import org.postern.limit.Counters;
import org.postern.limit.InMemoryCounters;
import org.postern.net.BoundedWeb;
import org.postern.sentence.Sentence;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The way into the console by an OpenID provider: authorization code flow with PKCE (OpenID Connect Core, 3.1; RFC 7636). Who they are and what they may
 * do, the provider's token says each time; who has no role by it is not let in.
 */
@Singleton
public class OpenIdEntrance {
    private static final int AT_ONCE = 4;
    private static final int LONGEST = 2048;
    private static final int MOST_TOLD = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Sentence AGAIN = Sentence
            .form("loginNotBegunHere", "This login was not begun in this browser, or long ago. Begin it again.")
            .with();
    private static final Sentence AWAY = Sentence.form("providerAway",
            "The provider cannot be asked now. Try again later, or log in by a password if you have one.").with();
    private static final Sentence NOT_LET_IN = Sentence
            .form("providerDidNotLetIn", "The provider did not let you in.")
            .with();
    private static final Sentence NAME_TAKEN = Sentence.form("nameOfSomebodyElse",
            "Somebody else has your name here, or it is none that the console takes.").with();
    private static final Sentence NO_ROLE = Sentence.form("providerGivesNoRole",
            "You are not let in: the provider's answer gives you no role here.").with();
    private static final Sentence NOBODY = Sentence.form("nobodyLogsInSo", "Nobody logs in so here.").with();
    private static final Sentence BUSY = Sentence.form("providerDoorBusy",
            "Too many people come in at this moment. Try again in some seconds.").with();
    private static final Sentence.Form TOO_OFTEN = Sentence.form("providerTooManyAttempts",
            "Too many attempts. Try again in {0,number,#} s.");

    private final Optional<Provider> provider;
    private final Claims claims;
    private final OutsideEntrance entrance;
    private final DomainSet first;
    private final LoginThrottle throttle;
    private final InstantSource clock;
    private final Bulkhead bulkhead = new Bulkhead(AT_ONCE);
    private final Counters told;

    @Inject
    OpenIdEntrance(Settings settings, OutsideEntrance entrance, LoginThrottle throttle, InstantSource clock) {
        this(settings, new BoundedWeb(Optional.of(settings.get(OpenIdSettings.AUTHORITIES))
                .filter(file -> !file.isEmpty())
                .map(Path::of)), entrance, throttle, clock);
    }

    OpenIdEntrance(Settings settings, BoundedWeb web, OutsideEntrance entrance, LoginThrottle throttle,
            InstantSource clock) {
        List<Domain> domains = settings.get(OpenIdSettings.DOMAINS);
        this.first = domains.isEmpty() ? DomainSet.ALL : DomainSet.of(domains);
        this.provider = settings.get(OpenIdSettings.ISSUER)
                .flatMap(issuer -> settings.get(OpenIdSettings.REDIRECT)
                        .map(redirect -> new Provider(web, settings, issuer, redirect, clock)));
        this.claims = new Claims(settings);
        this.entrance = entrance;
        this.throttle = throttle;
        this.clock = clock;
        this.told = new InMemoryCounters(clock, 1);
    }

    /** {@return whether people may log in so} */
    public boolean isOn() {
        return provider.isPresent();
    }

    /** Sends somebody to the provider. */
    public Answer begin() {
        return asked(one -> {
            Attempt attempt = Attempt.begin();
            return new Answer.There(one.authorization(attempt), attempt);
        });
    }

    /**
     * Lets somebody in who comes back from the provider.
     *
     * @param attempt what their browser has kept of it; empty for nothing
     * @param state what the provider has handed on
     * @param code what it gives the token for; empty if it did not let them in
     */
    public Answer enter(Optional<Attempt> attempt, String state, String code, Whence from) {
        LoginThrottle.Attempt guess = throttle.attempt(from, "");
        if (guess.hasToWait().isPresent()) {
            return new Answer.Later(TOO_OFTEN.with(guess.hasToWait().get().toSeconds()));
        }
        if (attempt.isEmpty()) {
            // Any page of others can send a browser here; that is no guess.
            guess.withdraw();
            return new Answer.Refused(AGAIN);
        }
        if (!attempt.get().isOf(state) || code.length() > LONGEST) {
            guess.failed();
            return new Answer.Refused(AGAIN);
        }
        if (code.isEmpty()) {
            return new Answer.Refused(NOT_LET_IN);
        }
        Answer answer = asked(one -> enter(one, attempt.get(), code, from));
        switch (answer) {
            case Answer.In in -> guess.succeeded();
            case Answer.Refused refused -> guess.failed();
            case Answer.Later later -> guess.withdraw();
            case Answer.There there -> guess.withdraw();
        }
        return answer;
    }

    private Answer enter(Provider one, Attempt attempt, String code, Whence from) throws ProviderException {
        String reason;
        try {
            JwtClaims said = new IdTokens(one, clock).claims(one.token(attempt, code), attempt);
            Optional<Role> role = claims.role(said);
            String subject = one.issuer() + " " + said.getSubject();
            if (role.isPresent()) {
                return switch (entrance.admit(subject, claims.name(said), role.get(), first, from)) {
                    case Entry.In(String secret) -> new Answer.In(secret);
                    case Entry.Wrong wrong ->
                        new Answer.Refused(NAME_TAKEN);
                    case Entry.Later later -> new Answer.Later(AWAY);
                };
            }
            entrance.end(subject);
            reason = "no role by " + "http.oidc.role-claim for " + claims.name(said);
        } catch (MalformedClaimException e) {
            reason = String.valueOf(e.getMessage());
        } catch (ProviderException e) {
            if (e.isAway()) {
                throw e;
            }
            reason = String.valueOf(e.getMessage());
        }
        if (isTold()) {
            OpenIdLog.LOG.refused(one.issuer(), from.network(), reason.replaceAll("[^\\x20-\\x7e]", "?"));
        }
        return new Answer.Refused(NO_ROLE);
    }

    private interface Asking {
        Answer of(Provider provider) throws ProviderException;
    }

    private Answer asked(Asking asking) {
        if (provider.isEmpty()) {
            return new Answer.Refused(NOBODY);
        }
        Optional<Bulkhead.Entry> entered = bulkhead.tryEnter();
        if (entered.isEmpty()) {
            return new Answer.Later(BUSY);
        }
        try (var _ = entered.get()) {
            return asking.of(provider.get());
        } catch (ProviderException e) {
            if (isTold()) {
                OpenIdLog.LOG.away(provider.get().issuer(), String.valueOf(e.getMessage()));
            }
            return new Answer.Later(AWAY);
        }
    }

    private boolean isTold() {
        return told.add("", 1, MINUTE) <= MOST_TOLD;
    }
}
