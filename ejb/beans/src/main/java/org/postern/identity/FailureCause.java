package org.postern.identity;

import org.wildfly.security.auth.server.RealmUnavailableException;

import java.sql.SQLException;

import javax.naming.NamingException;

/** Why an authentication failed: the client, or whoever knows the users. */
final class FailureCause {
    private static final int DEEPEST = 10;

    private FailureCause() {}

    /** {@return whether the realm could not be asked, which says nothing about the client} */
    static boolean isTemporary(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof RealmUnavailableException || cause instanceof SQLException
                    || cause instanceof NamingException || isUnforeseen(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** A name that a realm cannot take is an illegal argument. */
    private static boolean isUnforeseen(Throwable cause) {
        return cause instanceof Error
                || (cause instanceof RuntimeException && !(cause instanceof IllegalArgumentException));
    }
}
