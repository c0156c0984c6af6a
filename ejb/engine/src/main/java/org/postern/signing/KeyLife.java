package org.postern.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * When a key entered each of its states; they follow one another, and none is left out.
 *
 * @param made when it was made
 * @param published when the DNS was first seen to show it
 * @param active since when it signs
 * @param retiring since when it signs no more
 * @param retired when its record could go
 */
public record KeyLife(Instant made, Optional<Instant> published, Optional<Instant> active, Optional<Instant> retiring,
        Optional<Instant> retired) {
    /** {@return the life of a new key} */
    public static KeyLife of(Instant made) {
        return new KeyLife(made, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public KeyState state() {
        if (retired.isPresent()) {
            return KeyState.RETIRED;
        }
        if (retiring.isPresent()) {
            return KeyState.RETIRING;
        }
        if (active.isPresent()) {
            return KeyState.ACTIVE;
        }
        return published.isPresent() ? KeyState.PUBLISHED : KeyState.MADE;
    }

    /** {@return since when it is in its present state} */
    public Instant since() {
        return retired.or(() -> retiring).or(() -> active).or(() -> published).orElse(made);
    }

    /** {@return the same with its next state} */
    public KeyLife next(Instant at) {
        return switch (state()) {
            case MADE -> new KeyLife(made, Optional.of(at), active, retiring, retired);
            case PUBLISHED -> new KeyLife(made, published, Optional.of(at), retiring, retired);
            case ACTIVE -> new KeyLife(made, published, active, Optional.of(at), retired);
            case RETIRING -> new KeyLife(made, published, active, retiring, Optional.of(at));
            case RETIRED -> throw new IllegalStateException("nothing comes after a key was retired");
        };
    }
}
