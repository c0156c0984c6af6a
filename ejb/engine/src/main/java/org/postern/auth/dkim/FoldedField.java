package org.postern.auth.dkim;

import java.nio.charset.StandardCharsets;

/** A header field that is being written, folded so that no line is longer than 78 characters where it can be (RFC 5322, 2.1.1). */
final class FoldedField {
    private static final int LONGEST_LINE = 78;

    private final StringBuilder text = new StringBuilder();
    private int column;

    FoldedField(String name) {
        write(name + ":");
    }

    /** Writes a word behind white space. */
    void word(String word) {
        if (column + 1 + word.length() > LONGEST_LINE) {
            fold();
        } else {
            write(" ");
        }
        write(word);
    }

    /** Writes a piece of which white space may stand in front, but need not. */
    void piece(String piece) {
        if (column + piece.length() > LONGEST_LINE) {
            fold();
        }
        write(piece);
    }

    /** Writes text in which white space may stand anywhere. */
    void stream(String stream) {
        int at = 0;
        while (at < stream.length()) {
            if (column >= LONGEST_LINE) {
                fold();
            }
            int end = Math.min(at + LONGEST_LINE - column, stream.length());
            write(stream.substring(at, end));
            at = end;
        }
    }

    private void fold() {
        text.append("\r\n ");
        column = 1;
    }

    private void write(String written) {
        text.append(written);
        column += written.length();
    }

    /** {@return the field so far, with a line end} */
    byte[] octets() {
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
