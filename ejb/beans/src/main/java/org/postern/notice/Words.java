package org.postern.notice;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.outcome.Diagnosis;

import java.util.List;

/** What was said of a recipient, as it may be told to its sender: servers by their names, without their addresses. */
final class Words {
    private Words() {}

    /** {@return the name of a server, in brackets if it is an address} */
    static String name(NextServer server) {
        boolean nameless = server.name().equals(server.address().getHostAddress());
        return nameless ? "[" + server.name() + "]" : server.name();
    }

    /** {@return reply code and status, each with a space behind it} */
    static String code(Diagnosis diagnosis) {
        return diagnosis.reply().code() + " " + diagnosis.reply().status().map(s -> s + " ").orElse("");
    }

    /** {@return the lines of text; a server's own words are left as they are} */
    static List<String> lines(Diagnosis diagnosis) {
        List<String> lines = diagnosis.reply().lines();
        return diagnosis.peer()
                .filter(server -> diagnosis.isInOurWords())
                .map(server -> lines.stream().map(line -> line.replace(server.toString(), name(server))).toList())
                .orElse(lines);
    }
}
