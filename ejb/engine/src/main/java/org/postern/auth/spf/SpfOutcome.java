package org.postern.auth.spf;

import org.postern.auth.ResultName;

/** What a check comes to (RFC 7208, 2.6). */
public enum SpfOutcome {
    /** There is no domain to ask, or it says nothing. */
    NONE,
    /** The domain says that it says nothing of this client. */
    NEUTRAL,
    /** The domain lets this client send. */
    PASS,
    /** The domain does not let this client send. */
    FAIL,
    /** The domain does not let this client send, but is not sure of it. */
    SOFTFAIL,
    /** The DNS does not say, now: another time it may. */
    TEMPERROR,
    /** What the domain says cannot be read, or costs more than it may. */
    PERMERROR;

    /** {@return the word for it in header fields (RFC 7208, 9.1; RFC 8601, 2.7.2)} */
    public String word() {
        return result().word();
    }

    /** {@return the same among the words of all methods (RFC 8601, 2.7)} */
    public ResultName result() {
        return ResultName.valueOf(name());
    }
}
