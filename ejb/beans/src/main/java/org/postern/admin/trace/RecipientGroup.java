package org.postern.admin.trace;

import org.postern.event.Fate;
import org.postern.event.Progress;
import org.postern.event.TracedRecipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The recipients of a message who share a fate.
 *
 * @param progress how far it has come for them
 * @param total how many there are
 * @param shown the first of them, in the order in which they were given
 */
public record RecipientGroup(Progress progress, int total, List<TracedRecipient> shown) {
    /** What somebody has to look at comes first. */
    private static final List<Progress> ORDER = List.of(Progress.FAILED, Progress.WAITING, Progress.ON_THE_WAY,
            Progress.REFUSED, Progress.DROPPED, Progress.DELIVERED);

    /**
     * {@return the groups that have somebody}
     *
     * @param text stands in the address, destination or last words of each, in whatever case
     * @param most so many of each group are shown
     */
    public static List<RecipientGroup> of(List<TracedRecipient> recipients, String text, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<RecipientGroup> groups = new ArrayList<>();
        for (Progress progress : ORDER) {
            List<TracedRecipient> all = recipients.stream()
                    .filter(one -> one.progress() == progress && isAbout(one, wanted))
                    .toList();
            if (!all.isEmpty()) {
                groups.add(new RecipientGroup(progress, all.size(), all.subList(0, Math.min(all.size(), most))));
            }
        }
        return groups;
    }

    private static boolean isAbout(TracedRecipient recipient, String wanted) {
        return Stream.of(Stream.of(recipient.address()), recipient.destination().stream(), recipient.reply().stream())
                .flatMap(texts -> texts)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** {@return how many have come how far} */
    public Fate fate() {
        return new Fate(progress, total);
    }
}
