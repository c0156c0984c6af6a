package org.postern.report.send;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.report.ReportKind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many letters of reports on one day may go where. Whoever has a domain may publish as many subdomains and addresses as he likes, and send mail in their
 * names; so it is counted where letters go to, not what they are about. A mailbox outside the domain that a report on TLS is about, which nobody
 * has asked (RFC 8460, 3), gets one of a day.
 *
 * <p>Counts in memory, at most as many as letters are sent on the last {@value #DAYS} days; a node that starts again begins anew.
 */
public final class LetterBounds {
    private static final int DAYS = 5;
    /** What stands below a country's label and belongs to nobody in most countries. */
    private static final Set<String> SHARED = Set.of("ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org");

    private final int ofTarget;
    private final int ofAll;
    private final TreeMap<LocalDate, Map<String, List<Place>>> days = new TreeMap<>();

    /**
     * @param ofTarget the most letters of one day to all mailboxes below one registered domain
     * @param ofAll the most letters of one day
     */
    public LetterBounds(int ofTarget, int ofAll) {
        this.ofTarget = ofTarget;
        this.ofAll = ofAll;
    }

    /** Where a letter goes. */
    private record Place(ReportKind kind, String mailbox, String target, boolean outside) {
        static Place of(ReportLetter letter) {
            Mailbox to = letter.to();
            String target = to.domain().isLiteral() ? to.domain().key() : registered(to.domain().key());
            boolean outside = !target.equals(registered(new Domain(letter.name().domain()).key()));
            return new Place(letter.kind(), to.localPart().toLowerCase(Locale.ROOT) + "@" + to.domain().key(), target,
                    outside);
        }
    }

    /** {@return those of the letters of one report that may go; the same report again is counted once} */
    public synchronized List<ReportLetter> within(SentReport report, List<ReportLetter> letters) {
        Map<String, List<Place>> day = days.computeIfAbsent(report.day(), some -> new HashMap<>());
        while (days.size() > DAYS) {
            days.pollFirstEntry();
        }
        String name = report.kind() + " " + report.domain();
        day.remove(name);
        List<Place> before = new ArrayList<>(day.values().stream().flatMap(List::stream).toList());
        List<Place> mine = new ArrayList<>();
        List<ReportLetter> within = new ArrayList<>();
        for (ReportLetter letter : letters) {
            Place place = Place.of(letter);
            if (mayGo(place, before)) {
                before.add(place);
                mine.add(place);
                within.add(letter);
            }
        }
        if (!mine.isEmpty()) {
            day.put(name, mine);
        }
        return within;
    }

    private boolean mayGo(Place place, List<Place> before) {
        boolean isUnasked = place.kind() == ReportKind.TLS && place.outside();
        return before.size() < ofAll
                && before.stream().filter(one -> one.target().equals(place.target())).count() < ofTarget
                && !(isUnasked && before.contains(place));
    }

    /** {@return the last labels, as far as somebody can be taken to have registered them} */
    static String registered(String domain) {
        String[] labels = domain.split("\\.");
        int last = labels.length - 1;
        boolean isBelowShared = last > 1 && labels[last].length() == 2 && SHARED.contains(labels[last - 1]);
        int from = Math.max(0, last - (isBelowShared ? 2 : 1));
        return String.join(".", List.of(labels).subList(from, labels.length));
    }
}
