package org.postern.it.harness;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One gateway, shared by tests of those who look after it: people of the console and programs with a token. Each class lets in people of its own names,
 * ends those of them who are administrators, and leaves the settings as they were.
 *
 * <ul>
 * <li>{@value #ADMINISTRATOR} is the only administrator, and is logged in at {@link #administrator};
 * <li>{@code hold.example}, {@code own.example} and {@code later.example} have routes of the file, to a server that is never there.
 * </ul>
 */
public final class Office implements AutoCloseable {
    /** Name of the administrator. */
    public static final String ADMINISTRATOR = "alice";

    private final Gateway gateway = Gateway.plan("office").configuration("""
            [[route]]
            recipient = "hold.example"
            to = "host:127.0.0.1:1"
            [[route]]
            recipient = "own.example"
            to = "host:127.0.0.1:1"
            [[route]]
            recipient = "later.example"
            to = "host:127.0.0.1:1"
            """).start();
    private final Console administrator = Console.withFirstAdministrator(gateway, ADMINISTRATOR,
            "correct horse battery");

    private Office() {}

    public Gateway gateway() {
        return gateway;
    }

    /** {@return a browser in which the administrator is logged in} */
    public Console administrator() {
        return administrator;
    }

    @Override
    public void close() {
        gateway.close();
    }

    /** A class whose tests share the office: they get it as a parameter, and one such class runs after another. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Execution(ExecutionMode.SAME_THREAD)
    @ExtendWith(Office.Loan.class)
    public @interface Shared {}

    /** Lends it. */
    static final class Loan extends Lender<Office> {
        Loan() {
            super(Office.class, Office::new);
        }
    }
}
