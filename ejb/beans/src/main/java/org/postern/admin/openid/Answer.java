package org.postern.admin.openid;

import org.postern.sentence.Sentence;

import java.net.URI;

/** What comes of a login by the provider. */
public sealed interface Answer {
    /** It goes on at the provider. */
    record There(URI address, Attempt attempt) implements Answer {}

    /**
     * Somebody is in.
     *
     * @param secret of the new session
     */
    record In(String secret) implements Answer {}

    /** Somebody is not let in, for a reason that they may hear, in a sentence. */
    record Refused(Sentence words) implements Answer {}

    /** The provider, or whoever else is needed, cannot be asked now; what to do, in a sentence. */
    record Later(Sentence words) implements Answer {}
}
