package org.postern.admin.access;

import org.postern.mail.DomainSet;

import java.util.concurrent.Callable;
import java.util.Optional;

/**
 * Whoever the services act for.
 *
 * @param name of a person, which has no slash; with {@code local/} before it for who has the local token, with {@code token/} for a program, with
 *        {@code recipient/} for who has a link in a digest; at most {@value #LONGEST} characters
 * @param role what they may do at this moment
 * @param domains for which
 */
public record Caller(String name, Role role, DomainSet domains) {
    private static final ScopedValue<Caller> NOW = ScopedValue.newInstance();
    private static final String LOCAL = "local/";
    private static final String RECIPIENT = "recipient/";
    private static final int LONGEST = 340;
    private static final String TOKEN = "token/";

    /** Somebody who is not limited to some domains. */
    public Caller(String name, Role role) {
        this(name, role, DomainSet.ALL);
    }

    public Caller {
        name = name.substring(0, Math.min(name.length(), LONGEST));
    }

    /** {@return whoever has the local token, by the name of the account on this machine} */
    public static Caller local(String account) {
        return new Caller(LOCAL + account.replaceAll("[^\\x21-\\x7E]", "?"), Role.ADMINISTRATOR);
    }

    /** {@return whoever has a link that was sent to this address} */
    public static Caller recipient(String address) {
        return new Caller(RECIPIENT + address, Role.OPERATOR);
    }

    /** {@return a program that has a token of this name} */
    public static Caller token(String name, Role role) {
        return new Caller(TOKEN + name, role);
    }

    /** {@return the same caller, who may do this at this moment} */
    public Caller with(Remit remit) {
        return new Caller(name, remit.role(), remit.domains());
    }

    /** {@return what they may do} */
    public Remit remit() {
        return new Remit(role, domains);
    }

    /** {@return the domains for which this thread may do something; all, where it acts for the gateway itself} */
    public static DomainSet ofWhom() {
        return current().map(Caller::domains).orElse(DomainSet.ALL);
    }

    /** {@return the name of the token; empty for people} */
    public Optional<String> token() {
        return name.startsWith(TOKEN) ? Optional.of(name.substring(TOKEN.length())) : Optional.empty();
    }

    /** {@return whoever this thread acts for; empty where nobody was let in} */
    public static Optional<Caller> current() {
        return NOW.isBound() ? Optional.of(NOW.get()) : Optional.empty();
    }

    /** {@return what comes of something that is done for this caller} */
    public <T> T does(Callable<T> something) throws Exception {
        return ScopedValue.where(NOW, this).call(something::call);
    }

    /** {@return the same task, which acts for whoever this thread acts for, wherever it runs} */
    public static Runnable carried(Runnable task) {
        return current().<Runnable>map(caller -> () -> ScopedValue.where(NOW, caller).run(task)).orElse(task);
    }
}
