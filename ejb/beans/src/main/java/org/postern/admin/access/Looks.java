package org.postern.admin.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call this method, which changes nothing that anybody would miss. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Looks {
    /** {@return the least that is needed} */
    Role value();

    /** {@return whether it shows nothing of other domains to who is limited to some, which is seen to by the method itself; else it is not for them} */
    boolean ofDomains() default false;
}
