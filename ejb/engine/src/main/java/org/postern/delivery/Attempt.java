package org.postern.delivery;

import java.util.List;

/**
 * One attempt to hand a message on.
 *
 * @param results one for each recipient, in the order of the envelope
 * @param reached whether any server of the destination talked to us, or it is known that there is none; if not, other messages
 *        for the same destination had better wait
 */
public record Attempt(List<RecipientResult> results, boolean reached) {
    public Attempt {
        results = List.copyOf(results);
    }
}
