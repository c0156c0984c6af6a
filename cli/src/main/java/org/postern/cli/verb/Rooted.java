package org.postern.cli.verb;

/** What stands at the root of all commands. */
public interface Rooted {
    /** {@return what the command is part of} */
    Session session();
}
