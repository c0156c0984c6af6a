package org.postern.web.api;

import org.postern.admin.access.Role;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a method of a resource does, for the document and for what all methods have in common. Who may do it is held by the desk. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Does {
    /** {@return in one sentence} */
    String value();

    /** {@return the least role that the desk lets do it} */
    Role by();

    /** {@return the status of an answer that has a body} */
    int status() default 200;

    /** {@return whether the request or its answer has a secret in it, of which nothing is kept} */
    boolean once() default false;

    /** {@return the most octets of a body} */
    int largest() default Bodies.LARGEST;
}
