package org.postern.admin.server;

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
    public boolean isOpen() {
        return state.equals("OPEN");
    }
}
