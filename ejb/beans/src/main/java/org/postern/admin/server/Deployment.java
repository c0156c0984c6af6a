package org.postern.admin.server;

/**
 * An application beside the gateway, in the same server.
 *
 * @param name of its file
 * @param why it failed, in one line; empty unless it did
 */
public record Deployment(String name, State state, String why) {
    /** How far it is. */
    public enum State {
        /** It does its work. */
        DEPLOYED("deployed"),
        /** The server could not deploy it. */
        FAILED("failed"),
        /** The server has not finished. */
        UNDER_WAY("not deployed yet"),
        /** A person has taken it out, and it stays so. */
        UNDEPLOYED("undeployed"),
        /** It works, and lies nowhere from where it would be deployed again. */
        PASSING("deployed until the next start: it does not lie in the folder deployments");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    @Override
    public String toString() {
        return "application " + name + ": " + state.words + (why.isEmpty() ? "" : ": " + why);
    }
}
