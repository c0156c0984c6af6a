package org.postern.admin.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call this method, which changes something; that it was done becomes a line of the audit log. Whether it was, the method says by {@link Act#did}
 * or {@link Act#didNothing}; if it says neither, nothing was done where an {@code Optional} sentence says what was wrong, another {@code Optional} is empty, or
 * the result is false or 0. What it was done to is the first argument, if that is a text, a number, a name or a record, unless the method
 * {@link Act#tells} more. What is called in the course of another act is a part of it, without a line of its own, unless it is done {@link #atOnce}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Acts {
    /** {@return the least that is needed} */
    Role value();

    /** {@return what is done, in a few words that stand in the log: {@code route added}} */
    String as();

    /**
     * {@return whether change and line are one transaction of the database: both or none} Else a line says before it that it is begun, and gives way to
     * the one that says what came of it.
     */
    boolean atOnce() default false;

    /** {@return whether it does nothing to other domains for who is limited to some, which is seen to by the method itself; else it is not for them} */
    boolean ofDomains() default false;

    /** {@return whether programs may not do it, in whatever role: what comes of it would outlive their token} */
    boolean byPeople() default false;

    /** {@return whether the method writes its own lines, since many calls are one act} */
    boolean writesItself() default false;
}
