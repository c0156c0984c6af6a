package org.postern.smtp.server;

import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

/** What HELP says on each command (RFC 5321, 4.1.1.8). */
final class HelpText {
    private HelpText() {}

    static Reply on(String topic) {
        return switch (topic) {
            case "EHLO", "LHLO", "HELO" -> Replies.help(topic + " domain or [address literal]");
            case "MAIL" -> Replies.help("MAIL FROM:<address> [parameter ...]");
            case "RCPT" -> Replies.help("RCPT TO:<address> [parameter ...]");
            case "DATA" -> Replies.help("DATA, then the message, then a line of one dot");
            case "BDAT" -> Replies.help("BDAT size [LAST], then as many octets");
            case "STARTTLS", "RSET", "QUIT" -> Replies.help(topic);
            case "AUTH" -> Replies.help("AUTH mechanism [initial response in base64, or =]");
            case "VRFY", "EXPN" -> Replies.help(topic + " name or address");
            case "ETRN" -> Replies.help("ETRN domain, @domain or #queue");
            case "NOOP" -> Replies.help("NOOP [anything]");
            case "HELP" -> Replies.help("HELP [command]");
            default -> Replies.HELP;
        };
    }
}
