package org.postern.smtp.client;

import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the replies of a server (RFC 5321, 4.2), within bounds: a line of at most {@value #MAX_LINE} octets, a reply of at most
 * {@value #MAX_LINES} lines, of whose text about {@value #MAX_TEXT} characters are kept: the first lines and the last. What is no reply is an {@link IOException}; the connection is of no use then. Only CRLF ends a line.
 */
final class ReplyReader {
    /** More than the 512 of RFC 5321, 4.5.3.1.5: an explanation that is too long is better than none. */
    static final int MAX_LINE = 4096;
    static final int MAX_LINES = 128;
    /** Many recipients may each get a reply of their own, and all of them go into the trace and the report. */
    static final int MAX_TEXT = 4096;
    private static final String LEFT_OUT = "…";

    private final Transport transport;
    private final byte[] octets = new byte[MAX_LINE];
    private int start;
    private int end;
    private int lines;
    private String line = "";

    ReplyReader(Transport transport) {
        this.transport = transport;
    }

    /** {@return the next reply, waiting for it as long as the transport's time limit allows} */
    Reply read() throws IOException {
        Reply reply = whole();
        lines = 0;
        return reply;
    }

    private Reply whole() throws IOException {
        next();
        int code = code(line);
        List<String> texts = new ArrayList<>(1);
        texts.add(text(line));
        int room = MAX_TEXT - line.length();
        int leftOut = 0;
        while (line.length() > 3 && line.charAt(3) == '-') {
            next();
            if (code(line) != code) {
                throw new NoReplyException("the reply is no SMTP reply: it began with " + code + ", and went on with "
                        + shortened(line, 60));
            }
            room -= line.length();
            if (room >= 0) {
                texts.add(text(line));
            } else {
                leftOut++;
            }
        }
        if (leftOut > 1) {
            texts.add(LEFT_OUT);
        }
        if (leftOut > 0) {
            texts.add(shortened(text(line), 400));
        }
        return withStatus(code, texts);
    }

    private void next() throws IOException {
        if (lines == MAX_LINES) {
            throw new EndlessReplyException();
        }
        line = line();
        lines++;
    }

    /** {@return what of a reply has come of which the rest has not; empty if nothing has} */
    Optional<String> unfinished() {
        if (lines > 0) {
            return Optional.of((lines == 1 ? "one line" : lines + " lines") + " came, the last " + shortened(line, 60));
        }
        return hasMore()
                ? Optional.of("it began with "
                        + shortened(printable(new String(octets, start, end - start, StandardCharsets.UTF_8)), 60))
                : Optional.empty();
    }

    /** {@return whether octets beyond the last reply have been read} */
    boolean hasMore() {
        return start < end;
    }

    private static Reply withStatus(int code, List<String> texts) {
        Optional<EnhancedStatus> status = StatusText.leading(code, texts.getFirst());
        if (status.isEmpty()) {
            return new Reply(code, status, texts);
        }
        String prefix = status.get().toString();
        texts.replaceAll(text -> StatusText.without(prefix, text));
        return new Reply(code, status, texts);
    }

    private static int code(String line) throws IOException {
        boolean wellFormed = line.length() >= 3 && digit(line, 0, '2', '5') && digit(line, 1, '0', '9')
                && digit(line, 2, '0', '9') && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
        if (!wellFormed) {
            throw new NoReplyException("the reply is no SMTP reply: " + shortened(line, 60));
        }
        return Integer.parseInt(line, 0, 3, 10);
    }

    private static boolean digit(String line, int at, char from, char to) {
        return line.charAt(at) >= from && line.charAt(at) <= to;
    }

    private static String text(String line) {
        return line.length() > 4 ? line.substring(4) : "";
    }

    private static String shortened(String line, int most) {
        return line.length() > most ? line.substring(0, most) + LEFT_OUT : line;
    }

    private String line() throws IOException {
        int from = start;
        while (true) {
            for (int i = from; i < end; i++) {
                if (octets[i] == '\n') {
                    return take(i);
                }
            }
            from = end - start;
            fill();
        }
    }

    private String take(int lineFeed) throws IOException {
        if (lineFeed == start || octets[lineFeed - 1] != '\r') {
            throw new NoReplyException("a line of the reply does not end in CRLF");
        }
        String line = new String(octets, start, lineFeed - 1 - start, StandardCharsets.UTF_8);
        start = lineFeed + 1;
        return printable(line);
    }

    /** Makes room and reads more; afterwards the unfinished line begins at the start of the buffer. */
    private void fill() throws IOException {
        System.arraycopy(octets, start, octets, 0, end - start);
        end -= start;
        start = 0;
        if (end == octets.length) {
            throw new NoReplyException("a line of the reply is longer than " + MAX_LINE + " octets");
        }
        int count = transport.read(octets, end, octets.length - end);
        if (count < 0) {
            throw new IOException("the server closed the connection");
        }
        end += count;
    }

    /** What came is no reply, whatever may follow. */
    static final class NoReplyException extends IOException {
        private static final long serialVersionUID = 1L;

        NoReplyException(String message) {
            super(message);
        }
    }

    /** It has more lines than anybody needs. */
    static final class EndlessReplyException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Replies go into logs, reports and pages: no control character may. */
    private static String printable(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                return line.codePoints()
                        .map(c -> Character.isISOControl(c) ? ' ' : c)
                        .collect(StringBuilder::new,
                                StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return line;
    }
}
