package org.postern.cli.client;

/** How a command ends, as its exit status says. */
public final class Exit {
    /** What was asked for is done. */
    public static final int DONE = 0;
    /** It is not, and the gateway says why: it is not there, not allowed, or not possible. */
    public static final int FAILED = 1;
    /** The command was not understood. */
    public static final int USAGE = 2;
    /** No gateway runs on the data folder, or it does not answer. */
    public static final int NO_GATEWAY = 3;
    /** Help was printed where something else would have been. */
    public static final int HELP = 10;

    private Exit() {}
}
