package org.postern.auth.spf;

import org.postern.sentence.Sentence;

import java.util.Optional;

/**
 * What a check has found. All text in it is printable ASCII; what was not is {@code ?}.
 *
 * @param outcome what it comes to
 * @param identity whose right to send was looked at
 * @param domain whose record was asked for, in lower case and A-labels; at most {@value #LONGEST_DOMAIN} characters
 * @param mechanism the mechanism that matched, as the record has it; at most {@value #LONGEST_MECHANISM} characters; empty where none did
 * @param explanation why the domain does not let the client send, in the domain's own words (RFC 7208, 6.2), which are a stranger's; at
 *        most {@value #LONGEST_EXPLANATION} characters
 * @param reason what was found, for a person; at most {@value #LONGEST_REASON} characters
 */
public record SpfResult(SpfOutcome outcome, SpfIdentity identity, String domain, Optional<String> mechanism,
        Optional<String> explanation, Sentence reason) {
    public static final int LONGEST_DOMAIN = 255;
    public static final int LONGEST_MECHANISM = 255;
    public static final int LONGEST_EXPLANATION = 400;
    public static final int LONGEST_REASON = 400;

    public SpfResult {
        domain = printable(domain, LONGEST_DOMAIN);
        mechanism = mechanism.map(text -> printable(text, LONGEST_MECHANISM));
        explanation = explanation.map(text -> printable(text, LONGEST_EXPLANATION));
        reason = reason.worded(text -> printable(text, LONGEST_REASON)).within(LONGEST_REASON);
    }

    private static String printable(String text, int longest) {
        StringBuilder printable = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0; i < text.length() && i < longest; i++) {
            char c = text.charAt(i);
            printable.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return printable.toString();
    }
}
