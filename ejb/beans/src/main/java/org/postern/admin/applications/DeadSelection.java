package org.postern.admin.applications;

import org.postern.admin.parked.Operations;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Optional;

/** Which messages an act is about. */
public sealed interface DeadSelection {
    /** The most that are chosen one by one. */
    int MOST = 1000;

    /** These, at most {@link #MOST} of them; those that are no longer there are passed over. */
    record These(List<DeadLetterKey> keys) implements DeadSelection {
        public These {
            keys = List.copyOf(keys);
            if (keys.size() > MOST) {
                throw Sentence.form("deadLettersOneByOne", "at most {0} are chosen one by one").refused(MOST);
            }
        }
    }

    /**
     * Everything that lay in the queue before the act began.
     *
     * @param from only what was in this queue before
     */
    record All(String queue, Optional<String> from) implements DeadSelection {}

    /** {@return which, in words} */
    default Sentence said() {
        return switch (this) {
            case These(List<DeadLetterKey> keys) -> Operations.chosen(keys.size());
            case All(String queue, Optional<String> from) ->
                from.map(name -> Sentence.form("auditOperationAllInXFromX", "all in {0} that came from {1}")
                        .with(queue, name))
                        .orElseGet(() -> Sentence.form("auditOperationAllInX", "all in {0}").with(queue));
        };
    }
}
