package org.postern.auth.dkim;

/** Why a signature is not accepted. Never leaves the rooms of DKIM and ARC: their callers get results. */
public final class Unacceptable extends Exception {
    private static final long serialVersionUID = 1L;

    private final ResultWord word;

    /** @param reason for people, in a few words */
    public Unacceptable(ResultWord word, String reason) {
        super(reason, null, false, false);
        this.word = word;
    }

    /** {@return what can never be a signature} */
    public static Unacceptable broken(String reason) {
        return new Unacceptable(ResultWord.PERMERROR, reason);
    }

    /** {@return what it comes to; never {@code PASS}} */
    public ResultWord word() {
        return word;
    }
}
