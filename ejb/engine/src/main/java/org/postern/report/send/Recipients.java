package org.postern.report.send;

import org.postern.mail.Mailbox;
import org.postern.report.ReportDestinations.Destination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who gets the reports of one domain, and who does not. */
final class Recipients {
    private final Map<Mailbox, Long> limits = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    static Recipients of(List<Destination> destinations) {
        Recipients recipients = new Recipients();
        destinations.forEach(recipients::add);
        return recipients;
    }

    private void add(Destination destination) {
        switch (destination) {
            case Destination.Wanted(Mailbox mailbox, var most) -> {
                if (mailbox.toString().chars().allMatch(c -> c > ' ' && c < 127)) {
                    limits.merge(mailbox, most.orElse(Long.MAX_VALUE), Math::max);
                } else {
                    remarks.add("not to " + mailbox + ": it is not ASCII");
                }
            }
            case Destination.Unwanted(var uri, String reason) -> remarks.add("not to " + uri.text() + ": " + reason);
            case Destination.Unknown(var uri, String reason) -> unknown.add("not to " + uri.text() + ": " + reason);
        }
    }

    /** {@return the octets of the largest message that each of them wants} */
    Map<Mailbox, Long> limits() {
        return limits;
    }

    /** {@return those of whom is not known now whether they want any, and why} */
    List<String> unknown() {
        return unknown;
    }

    /** {@return who gets none, and why} */
    List<String> remarks() {
        return remarks;
    }
}
