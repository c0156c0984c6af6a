package org.postern.cli.client;

/** What keeps a command from being done, in one line for a person. */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    /**
     * @param status as in {@link Exit}
     * @param words what is wrong, and what to do next; empty where it is said already
     */
    public Trouble(int status, String words) {
        super(words);
        this.status = status;
    }

    /** {@return that the gateway would not, or the machine could not} */
    public static Trouble failed(String words) {
        return new Trouble(Exit.FAILED, words);
    }

    /** {@return that nobody understands what was asked for} */
    public static Trouble usage(String words) {
        return new Trouble(Exit.USAGE, words);
    }

    /** {@return the exit status} */
    public int status() {
        return status;
    }

    /** {@return what is wrong; may be empty} */
    public String words() {
        return String.valueOf(getMessage());
    }
}
