package org.postern.admin.openid;

/** Nothing was found out, or what was is not believed; in a few words for the log, which may have been a stranger's. */
final class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;
    private final boolean away;

    private ProviderException(String words, boolean away) {
        super(words.substring(0, Math.min(words.length(), LONGEST)).replaceAll("\\p{Cntrl}", " "));
        this.away = away;
    }

    static ProviderException away(String words) {
        return new ProviderException(words, true);
    }

    static ProviderException refused(String words) {
        return new ProviderException(words, false);
    }

    /** {@return whether the provider, and not the person, is the reason} */
    boolean isAway() {
        return away;
    }
}
