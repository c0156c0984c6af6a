package org.postern.admin.parked;

import org.postern.mail.DomainSet;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedQuery;
import org.postern.sentence.Sentence;

import java.util.List;

/** Which parked messages an act is about. */
public sealed interface Selection {
    /** These, at most {@link #MOST} of them; those that are no longer parked are passed over. */
    record These(List<String> keys) implements Selection {
        public These {
            keys = List.copyOf(keys);
            if (keys.size() > MOST) {
                throw Sentence.form("chosenOneByOne", "at most {0} are chosen one by one").refused(MOST);
            }
        }
    }

    /** Everything that matches and was parked before the act began. */
    record Matching(ParkedFilter filter) implements Selection {}

    /** {@return the same, of what is of these domains} Keys are looked at when it comes to them. */
    default Selection within(DomainSet domains) {
        return switch (this) {
            case These these -> these;
            case Matching(ParkedFilter filter) -> new Matching(filter.within(domains));
        };
    }

    /** The most that are chosen one by one. */
    int MOST = 10 * ParkedQuery.MAX_LIMIT;
}
