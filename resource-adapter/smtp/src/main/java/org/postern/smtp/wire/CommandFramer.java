package org.postern.smtp.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts octets into command lines, however they are split. Only CRLF ends a line (RFC 5321, 2.3.8). Keeps no more of a line than the
 * limit, and does not wait for the end of what can never become a command: a line far over the limit, a line that starts
 * with an octet of another protocol, and a bare LF give a {@link CommandLine} at once, whose violation
 * {@link Violation#endsSession ends the session}.
 */
public final class CommandFramer {
    private static final int FIRST_CAPACITY = 128;
    /** A longer line is rare, and leaves no larger array behind. */
    private static final int KEPT_CAPACITY = 512;
    /** Octets passed over before the end of a line is not waited for any more. */
    private static final int MAX_PASSED_OVER = 64 * 1024;

    /** A response in an authentication, CRLF included (RFC 4954, 4). */
    private static final int MAX_AUTHENTICATION_LINE = 12_288;

    private static final String AUTH = "AUTH ";

    private final int maxCommand;
    private int maxText;
    private byte[] text = new byte[FIRST_CAPACITY];
    private int length;
    private int passedOver;
    private boolean afterCr;
    private boolean ascii = true;
    private Optional<Violation> violation = Optional.empty();

    /** @param maxLine the most octets of a line, CRLF included */
    public CommandFramer(int maxLine) {
        this.maxCommand = maxLine - 2;
        this.maxText = maxCommand;
    }

    /** The next line is a response in an authentication, which may be longer than a command. */
    public void expectResponse() {
        maxText = Math.max(maxCommand, MAX_AUTHENTICATION_LINE - 2);
    }

    /** {@return the next line, its end consumed; empty when the input is consumed without one} */
    public Optional<CommandLine> next(ByteBuffer input) {
        while (input.hasRemaining()) {
            byte octet = input.get();
            if (octet == '\n') {
                if (!afterCr) {
                    refuse(Violation.BARE_LF_IN_COMMAND);
                }
                return Optional.of(complete());
            }
            take(octet);
            if (violation.isPresent() && violation.get().endsSession()) {
                return Optional.of(complete());
            }
        }
        return Optional.empty();
    }

    private void take(byte octet) {
        if (afterCr) {
            refuse(Violation.BARE_CR_IN_COMMAND);
        }
        afterCr = octet == '\r';
        if (afterCr) {
            return;
        }
        boolean control = Ascii.isControl(octet) && octet != '\t';
        if (length == 0 && violation.isEmpty() && (control || octet < 0)) {
            refuse(Violation.FOREIGN_PROTOCOL);
        } else if (control) {
            refuse(Violation.CONTROL_IN_COMMAND);
        }
        ascii &= octet >= 0;
        keep(octet);
    }

    /** AUTH brings a response along. */
    private boolean isRoomFor() {
        if (length == maxText && maxText == maxCommand && length > AUTH.length() && isAuth()) {
            expectResponse();
        }
        return length < maxText;
    }

    private boolean isAuth() {
        return Ascii.upper(new String(text, 0, AUTH.length(), StandardCharsets.ISO_8859_1)).equals(AUTH);
    }

    private void keep(byte octet) {
        if (isRoomFor()) {
            if (length == text.length) {
                text = Arrays.copyOf(text, Math.min(length * 4, maxText));
            }
            text[length++] = octet;
        } else if (++passedOver > MAX_PASSED_OVER) {
            violation = Optional.of(Violation.COMMAND_FAR_TOO_LONG);
        } else {
            refuse(Violation.COMMAND_TOO_LONG);
        }
    }

    private void refuse(Violation met) {
        if (violation.isEmpty() || met.endsSession()) {
            violation = Optional.of(met);
        }
    }

    private String decode() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, 0, length)).toString();
        } catch (CharacterCodingException _) {
            refuse(Violation.INVALID_UTF8);
            return new String(text, 0, length, StandardCharsets.UTF_8);
        }
    }

    private CommandLine complete() {
        String line = ascii ? new String(text, 0, length, StandardCharsets.ISO_8859_1) : decode();
        CommandLine complete = new CommandLine(line, violation);
        text = text.length > KEPT_CAPACITY ? new byte[FIRST_CAPACITY] : text;
        length = 0;
        maxText = maxCommand;
        passedOver = 0;
        afterCr = false;
        ascii = true;
        violation = Optional.empty();
        return complete;
    }
}
