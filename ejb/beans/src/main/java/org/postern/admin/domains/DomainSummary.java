package org.postern.admin.domains;

import org.postern.signing.KeyState;

import java.util.List;

/**
 * A domain that the gateway has to do with.
 *
 * @param name in lower case and A-labels
 * @param targets where routes that name it lead, in their order, each once
 * @param keys the states of its keys, the oldest first
 */
public record DomainSummary(String name, List<String> targets, List<KeyState> keys) {
    public DomainSummary {
        targets = List.copyOf(targets);
        keys = List.copyOf(keys);
    }

    /** {@return whether mail in its name is signed} */
    public boolean isSigned() {
        return keys.contains(KeyState.ACTIVE);
    }

    /** {@return whether there are keys that a person has to publish or switch to} */
    public boolean isWaiting() {
        return keys.contains(KeyState.MADE) || keys.contains(KeyState.PUBLISHED);
    }
}
