package org.postern.net.scan;

/** The steps of a session that a milter hears, unless it has asked to be spared them or their answers (libmilter, mfdef.h). */
enum MilterStep {
    CONNECT('C', 0x1, 0x1000), HELO('H', 0x2, 0x2000), MAIL('M', 0x4, 0x4000), RCPT('R', 0x8, 0x8000), DATA('T', 0x200,
            0x10000), HEADER('L', 0x20, 0x80), END_OF_HEADER('N', 0x40, 0x40000), BODY('B', 0x10, 0x80000);

    /** All steps and all answers may be spared, BODY may be cut short, and the space behind a colon may be kept. */
    static final int SKIP = 0x400;
    static final int LEADING_SPACE = 0x100000;
    static final int OFFERED = 0x1ff | 0x200 | SKIP | 0x1f000 | 0xe0000 | LEADING_SPACE;

    private final char command;
    private final int spared;
    private final int unanswered;

    MilterStep(char command, int spared, int unanswered) {
        this.command = command;
        this.spared = spared;
        this.unanswered = unanswered;
    }

    char command() {
        return command;
    }

    boolean isSpared(int protocol) {
        return (protocol & spared) != 0;
    }

    boolean isUnanswered(int protocol) {
        return (protocol & unanswered) != 0;
    }
}
