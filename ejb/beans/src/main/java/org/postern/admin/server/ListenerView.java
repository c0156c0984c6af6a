package org.postern.admin.server;

import org.postern.sentence.Sentence;

import java.util.Locale;
import java.util.Map;

/**
 * One of the ports on which mail comes in.
 *
 * @param name as configured
 * @param role what it is for
 * @param state {@code BINDING}, {@code OPEN}, {@code SUSPENDED}, {@code CLOSED} or {@code REFUSED}
 * @param address the address it listens on
 * @param port 0 while there is none
 * @param error why it is not open, for a person; empty if there is nothing to say
 * @param sessions that are going on
 * @param sessionsBegun since the start
 * @param accepted messages since the start
 */
public record ListenerView(String name, String role, String state, String address, int port, String error, int sessions,
        long sessionsBegun, long accepted) {
    private static final Map<String, Sentence> STATES = Map.of("BINDING",
            Sentence.form("listenerBinding", "binding").with(), "OPEN", Sentence.form("listenerOpen", "open").with(),
            "SUSPENDED", Sentence.form("listenerSuspended", "suspended").with(), "CLOSED",
            Sentence.form("listenerClosed", "closed").with(), "REFUSED",
            Sentence.form("listenerRefused", "refused").with());

    /** {@return the state in a word} */
    public Sentence words() {
        return STATES.getOrDefault(state, Sentence.asItIs(state.toLowerCase(Locale.ROOT)));
    }

    public boolean isOpen() {
        return state.equals("OPEN");
    }
}
