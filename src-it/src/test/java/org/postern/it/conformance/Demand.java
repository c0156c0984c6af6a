package org.postern.it.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which demand a test stands for: a row of {@code docs/conformance.md}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Demand.List.class)
public @interface Demand {
    /** {@return its name in the table} */
    String id();

    /** {@return where it stands: RFC and section} */
    String rfc();

    /** {@return MUST, SHOULD, or SEC for hostile input} */
    String level() default "MUST";

    /** {@return what must hold, for the table} */
    String holds();

    /** Several demands that one test meets. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface List {
        Demand[] value();
    }
}
