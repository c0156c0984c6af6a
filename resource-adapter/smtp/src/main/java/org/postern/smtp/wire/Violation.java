package org.postern.smtp.wire;

import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

/**
 * A way to break the grammar of mail, by name, with the section that forbids it and the reply it earns. All are refused; the few
 * that {@link #mayBeTolerated} are let pass where a setting says so, and none of them changes where a line or a message
 * ends.
 */
public enum Violation {
    /** CR without LF in content. */
    BARE_CR("RFC 5321, 2.3.8", Place.CONTENT, "CR without LF"),
    /** LF without CR in content. */
    BARE_LF("RFC 5321, 2.3.8", Place.CONTENT, "LF without CR"),
    /** NUL in content. */
    NUL("RFC 5322, 4", Place.CONTENT, "NUL octet"),
    /** A line of content over the limit. */
    TEXT_LINE_TOO_LONG("RFC 5321, 4.5.3.1.6", Place.CONTENT, "Line too long"),
    /** CR without LF in a command. */
    BARE_CR_IN_COMMAND("RFC 5321, 2.3.8", Place.LINE, "CR without LF"),
    /** LF without CR in a command: whoever ends lines so cannot be told where the next one starts. */
    BARE_LF_IN_COMMAND("RFC 5321, 2.3.8", Place.LINE, "LF without CR, closing"),
    /** A control character in a command. */
    CONTROL_IN_COMMAND("RFC 5321, 4.1.2", Place.LINE, "Control character in command"),
    /** Octets that are no UTF-8, which no extension allows. */
    INVALID_UTF8("RFC 6531, 3.3", Place.LINE, "Not UTF-8"),
    /** The start of another protocol, such as TLS or HTTP, whose peer may be made to say things it does not mean. */
    FOREIGN_PROTOCOL("RFC 5321, 4.1.1", Place.LINE, "This is not SMTP, closing"),
    /** A command line over the limit, passed over to its end. */
    COMMAND_TOO_LONG("RFC 5321, 4.5.3.1.4", Place.LINE, "Line too long"),
    /** A command line whose end is not worth waiting for. */
    COMMAND_FAR_TOO_LONG("RFC 5321, 4.5.3.1.4", Place.LINE, "Line far too long, closing"),

    /** No command of SMTP. */
    UNKNOWN_COMMAND("RFC 5321, 4.2.4", Place.LINE, "Command not recognized"),
    /** A command that needs an argument. */
    ARGUMENT_MISSING("RFC 5321, 4.1.1", Place.ARGUMENT, "Argument missing"),
    /** A command that has none. */
    ARGUMENT_NOT_ALLOWED("RFC 5321, 4.1.1", Place.ARGUMENT, "No argument allowed"),
    /** EHLO or HELO with something else. */
    NOT_A_DOMAIN("RFC 5321, 4.1.1.1", Place.ARGUMENT, "Neither a domain nor an address literal"),
    /** {@code EHLO DESKTOP_PC}: what many computers of users are called. */
    UNDERSCORE_IN_HELLO("RFC 5321, 4.1.1.1", Place.ARGUMENT, "Neither a domain nor an address literal"),
    /** AUTH without a mechanism, or with more than one initial response. */
    AUTH_ARGUMENT("RFC 4954, 4", Place.ARGUMENT, "A mechanism, and at most one initial response, expected"),
    /** BDAT without the number of octets that follow. */
    CHUNK_SIZE("RFC 3030, 2", Place.ARGUMENT, "The size of the chunk, then LAST or nothing, expected"),
    /** BDAT with a number that nobody can count to. */
    CHUNK_FAR_TOO_BIG("RFC 3030, 2", Place.ARGUMENT, "Chunk far too big, closing"),
    /** MAIL without FROM, or RCPT without TO. */
    PATH_KEYWORD_MISSING("RFC 5321, 4.1.1", Place.ARGUMENT, "MAIL FROM:<address> or RCPT TO:<address> expected"),

    /** {@code MAIL FROM: <a@b>}. */
    SPACE_BEFORE_PATH("RFC 5321, 3.3", Place.ARGUMENT, "No space allowed before the address"),
    /** {@code MAIL FROM:a@b}. */
    ANGLE_BRACKETS_MISSING("RFC 5321, 4.1.2", Place.ARGUMENT, "Address not in angle brackets"),
    /** {@code RCPT TO:<>}. */
    NULL_PATH_NOT_ALLOWED("RFC 5321, 4.1.1.3", Place.ARGUMENT, "A recipient is needed"),
    /** {@code <@a,b:c@d>}. */
    SOURCE_ROUTE("RFC 5321, 4.1.2", Place.ARGUMENT, "Source route not valid"),
    /** A character that a local part may hold only in quotes, or not at all. */
    LOCAL_PART("RFC 5321, 4.1.2", Place.ARGUMENT, "Local part not valid"),
    /** Over 64 octets. */
    LOCAL_PART_TOO_LONG("RFC 5321, 4.5.3.1.1", Place.ARGUMENT, "Local part too long"),
    /** {@code <a>}. */
    DOMAIN_MISSING("RFC 5321, 4.1.2", Place.ARGUMENT, "Domain missing"),
    /** {@code a..b}, {@code -a}, {@code a.}, or a label over 63 octets. */
    DOMAIN("RFC 5321, 4.1.2", Place.ARGUMENT, "Domain not valid"),
    /** {@code my_host.example}. */
    UNDERSCORE_IN_DOMAIN("RFC 5321, 4.1.2", Place.ARGUMENT, "Underscore in domain"),
    /** Over 255 octets. */
    DOMAIN_TOO_LONG("RFC 5321, 4.5.3.1.2", Place.ARGUMENT, "Domain too long"),
    /** {@code [1.2.3]}. */
    ADDRESS_LITERAL("RFC 5321, 4.1.3", Place.ARGUMENT, "Address literal not valid"),
    /** Over 256 octets, brackets and source route included. */
    PATH_TOO_LONG("RFC 5321, 4.5.3.1.3", Place.ARGUMENT, "Address too long"),
    /** A character outside ASCII where SMTPUTF8 was not asked for. */
    NON_ASCII_ADDRESS("RFC 6531, 3.5", Place.ADDRESS, "Non-ASCII address not permitted"),
    /** {@code <a@b>c}. */
    TRAILING_TEXT("RFC 5321, 4.1.2", Place.ARGUMENT, "Text behind the address not understood"),

    /** Neither {@code KEYWORD} nor {@code KEYWORD=value}. */
    PARAMETER("RFC 5321, 4.1.2", Place.ARGUMENT, "Parameter not valid"),
    /** One keyword twice in one command. */
    DUPLICATE_PARAMETER("RFC 5321, 4.1.2", Place.ARGUMENT, "Parameter given twice"),
    /** More than any client needs. */
    TOO_MANY_PARAMETERS("RFC 5321, 4.1.2", Place.ARGUMENT, "Too many parameters"),

    /** An envelope as text that is not one MAIL line and RCPT lines behind it. */
    ENVELOPE_LINE("RFC 5321, 3.3", Place.ARGUMENT, "One MAIL line, then RCPT lines, each ended by CRLF, expected");

    /** Where it is committed, which decides on the reply. */
    private enum Place {
        CONTENT, LINE, ARGUMENT, ADDRESS
    }

    private final String section;
    private final Place place;
    private final String text;

    Violation(String section, Place place, String text) {
        this.section = section;
        this.place = place;
        this.text = text;
    }

    /** {@return the section that forbids it, such as {@code RFC 5321, 2.3.8}} */
    public String section() {
        return section;
    }

    /** {@return what it is, in a few words} */
    public String text() {
        return text;
    }

    /** {@return what a client hears that commits it} */
    public Reply reply() {
        return switch (place) {
            case CONTENT -> Replies.badContent(text);
            case LINE -> Replies.notACommandLine(text);
            case ARGUMENT -> Replies.badArgument(text);
            case ADDRESS -> Replies.badAddress(text);
        };
    }

    /** {@return whether nothing that follows can be trusted to be a command} */
    public boolean endsSession() {
        return switch (this) {
            case BARE_LF_IN_COMMAND, FOREIGN_PROTOCOL, COMMAND_FAR_TOO_LONG, CHUNK_FAR_TOO_BIG -> true;
            default -> false;
        };
    }

    /** {@return whether a setting may let it pass} */
    public boolean mayBeTolerated() {
        return this == SPACE_BEFORE_PATH || this == UNDERSCORE_IN_DOMAIN || this == UNDERSCORE_IN_HELLO;
    }
}
