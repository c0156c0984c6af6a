package org.postern.reputation;

import java.net.InetAddress;
import java.util.List;

/** What a list says of one address or domain. */
public sealed interface ListResult {
    String zone();

    /** The address or domain that was asked about. */
    String subject();

    /**
     * It is listed.
     *
     * @param answers at least one, at most {@value #MOST_ANSWERS}
     * @param text why, in the list's words; printable ASCII, at most {@value #LONGEST_TEXT} characters; may be empty
     * @param weight how much that speaks against mail; negative if it speaks for it
     */
    record Listing(String zone, String subject, List<InetAddress> answers, String text, double weight)
            implements
                ListResult {
        public static final int MOST_ANSWERS = 16;
        public static final int LONGEST_TEXT = 200;

        public Listing {
            answers = answers.stream().limit(MOST_ANSWERS).toList();
            text = Printable.of(text, LONGEST_TEXT);
        }
    }

    /** It is not listed. */
    record NotListed(String zone, String subject) implements ListResult {}

    /**
     * The list does not keep to the rules, so that nothing it says counts, and it is not asked for a while.
     *
     * @param why for the people who run the gateway
     */
    record Broken(String zone, String subject, String why) implements ListResult {}

    /** The list does not say, now. */
    record Unanswered(String zone, String subject, String why) implements ListResult {}
}
