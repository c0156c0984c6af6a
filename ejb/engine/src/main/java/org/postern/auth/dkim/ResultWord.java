package org.postern.auth.dkim;

import org.postern.auth.ResultName;

/** What is said of a signature, or of all of them (RFC 8601, 2.7.1). */
public enum ResultWord {
    /** There is no signature. */
    NONE,
    /** It verifies, and covers all of the body. */
    PASS,
    /** It is a signature that could be accepted, and it does not verify: header section or body are not those that were signed. */
    FAIL,
    /** It may well verify, and is not accepted: too weak a key, out of its time, or a part of the body that it leaves open. */
    POLICY,
    /** It does not verify, and its domain says that it is only testing DKIM (RFC 6376, 3.6.1): as if there were none. */
    NEUTRAL,
    /** Nobody knows now: the key could not be asked for. */
    TEMPERROR,
    /** It can never verify: it breaks the grammar, its key is not there, or does not go with it. */
    PERMERROR;

    /** {@return the word as it stands in Authentication-Results} */
    public String text() {
        return result().word();
    }

    /** {@return the same among the words of all methods (RFC 8601, 2.7)} */
    public ResultName result() {
        return ResultName.valueOf(name());
    }
}
