package org.postern.reputation;

import org.postern.mail.Domain;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A list in the DNS that is to be asked.
 *
 * @param zone where it stands, in lower case
 * @param weights what its answers mean; answers without a weight are worth knowing and no more
 * @param purpose what it is asked for, for people, at most {@value #LONGEST_PURPOSE} characters; may be empty
 * @param example what it says that it always lists, where that is not what RFC 5782, 5 wants: an address backwards, or a domain
 */
public record DnsList(String zone, ListKind kind, List<AnswerWeight> weights, String purpose,
        Optional<String> example) {
    /** The longest zone, so that there is room for an address in front of it. */
    public static final int LONGEST_ZONE = 180;
    public static final int LONGEST_PURPOSE = 200;

    public DnsList {
        if (zone.isEmpty() || zone.length() > LONGEST_ZONE) {
            throw new IllegalArgumentException("a zone has 1 to " + LONGEST_ZONE + " characters");
        }
        if (purpose.length() > LONGEST_PURPOSE) {
            throw new IllegalArgumentException("a purpose has at most " + LONGEST_PURPOSE + " characters");
        }
        zone = new Domain(zone).key();
        weights = List.copyOf(weights);
    }

    /** {@return a list whose answers all have the same weight} */
    public static DnsList of(String zone, ListKind kind, double weight) {
        return new DnsList(zone, kind, List.of(new AnswerWeight(AnswerPattern.ANY, weight)), "",
                Optional.empty());
    }

    /** {@return what these answers come to together: each weight counts once} */
    double weight(List<InetAddress> answers) {
        return weights.stream()
                .filter(weight -> answers.stream().anyMatch(weight.answers()::allows))
                .mapToDouble(AnswerWeight::weight)
                .sum();
    }
}
