package org.postern.it.delivery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the other side does in a test, and what comes of it: a row of {@code docs/scenarios.md}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Scenario.List.class)
public @interface Scenario {
    /** {@return what happens, for the table} */
    String when();

    /** {@return what becomes of the message} */
    String then();

    /** {@return what the sender hears} */
    String sender() default "nothing";

    /** {@return what the trace says, beside the usual} */
    String trace();

    /** Several scenarios in one test. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface List {
        Scenario[] value();
    }
}
