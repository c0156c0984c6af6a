package org.postern.content;

/** How much of a message is looked at. What lies beyond is counted where counting is cheap, and otherwise left alone. */
public final class ContentLimits {
    /** The deepest part that is taken apart; deeper ones are opaque. The message itself is at depth 0. */
    public static final int DEPTH = 20;
    /** The most parts; behind the last of them nothing is looked at. */
    public static final int PARTS = 500;
    /** Octets of the header section of one part that are looked at. */
    public static final int HEADER = 64 * 1024;
    /** Fields of the header section of the message that are kept. */
    public static final int FIELDS = 1000;
    /** Octets from the start of the message in which text is looked for. */
    public static final int OCTETS_OF_TEXT = 400_000;
    /** Characters of text that are kept, of all parts together. */
    public static final int TEXT = 60_000;
    /** Characters of a file name that are kept. */
    public static final int FILE_NAME = 255;
    /** The longest line of a header section, in octets; behind a longer one nothing is looked at. */
    static final int LINE = 1024 * 1024;
    /** Characters of a field body in which encoded words are looked for. */
    static final int ENCODED = 16 * 1024;
    /** Characters of a MIME type, a charset or an encoding that are kept. */
    static final int TOKEN = 100;

    private ContentLimits() {}
}
