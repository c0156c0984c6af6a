package org.postern.admin.programs;

import java.time.Instant;

/**
 * What a program was answered, kept in case that it did not hear it and asks again.
 *
 * @param key what is known of the program and the key it has sent: 64 hexadecimal digits
 * @param caller who asked
 * @param print what is known of the request: 64 hexadecimal digits
 * @param begun when it was asked
 * @param status of HTTP; 0 while the answer is not known
 * @param type the media type; empty where there is no body
 * @param body at most {@value #LONGEST} characters
 */
public record KeptAnswer(String key, String caller, String print, Instant begun, int status, String type, String body) {
    /** The longest body that is kept. */
    public static final int LONGEST = 65_536;

    /** {@return a request that is answered later} */
    public static KeptAnswer begun(String key, String caller, String print, Instant now) {
        return new KeptAnswer(key, caller, print, now, 0, "", "");
    }

    /** {@return whether the answer is known} */
    public boolean isKnown() {
        return status > 0;
    }
}
