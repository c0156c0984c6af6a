package org.postern.admin.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call this method, which changes something; that it was done becomes a line of the audit log. Nothing was done where an {@code Optional} text
 * says what was wrong, another {@code Optional} is empty, the result is false or 0, or something is thrown. What it was done to is the text of the first
 * argument, unless the method {@link Act#tells} more.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Acts {
    /** {@return the least that is needed} */
    Role value();

    /** {@return what is done, in a few words that stand in the log: {@code route added}} */
    String as();

    /** {@return whether change and line are one transaction of the database: both or none} */
    boolean atOnce() default false;
}
