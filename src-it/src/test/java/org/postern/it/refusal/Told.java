package org.postern.it.refusal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which refusal a test provokes and finds in the trace: a row of {@code docs/limits.md}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Told.List.class)
public @interface Told {
    /** {@return what is refused, for the table} */
    String what();

    /** {@return the settings it follows, divided by blanks; empty for what always holds} */
    String setting() default "";

    /** {@return what the client hears: the codes, or nothing} */
    String reply();

    /** {@return what the trace says of the reason, beside the reply} */
    String trace();

    /** Several refusals that one test provokes. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface List {
        Told[] value();
    }
}
