package org.postern.client;

import java.util.Map;
import java.util.Optional;

/**
 * What the gateway found about mail, and what it made of it.
 *
 * @param assessment all of it, a JSON object; empty where nothing was found
 * @param verdict in a word, such as {@code accept}; empty where nobody has judged
 * @param score what the weights add up to; empty with the verdict
 * @param authentication {@code spf}, {@code dkim}, {@code dmarc} and {@code arc}, each with what it came to, such as {@code pass}; empty with
 *        the verdict
 */
public record Findings(Optional<String> assessment, Optional<String> verdict, Optional<Double> score,
        Map<String, String> authentication) {
    public Findings {
        authentication = Map.copyOf(authentication);
    }

    /** {@return whether a way to authenticate the sender, such as {@code dmarc}, came to {@code pass}} */
    public boolean passed(String method) {
        return "pass".equals(authentication.get(method));
    }
}
