package org.postern.event;

import org.postern.mail.ReversePath;

import java.util.List;

/**
 * Who always wants to hear of submissions.
 *
 * @param all in the order of the configuration
 */
public record StandingWishes(List<StandingWish> all) {
    public StandingWishes {
        all = List.copyOf(all);
    }

    /** {@return where it is told what becomes of the submissions of this sender, and what} */
    public List<OutcomeWish.Place> of(ReversePath sender) {
        return all.stream().filter(wish -> wish.senders().matches(sender)).map(StandingWish::place).toList();
    }
}
