package org.postern.smtp.server;

import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Extension;
import org.postern.smtp.wire.FutureRelease;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The extensions a client is offered in reply to EHLO or LHLO, each with its parameters. What depends on TLS, on who the client is
 * and on what may be trusted to it is decided when the client greets.
 *
 * @param extensions each with what follows its keyword; empty if nothing does
 */
record Offer(Map<Extension, String> extensions) {
    /** What HELO brings. */
    static final Offer NOTHING = new Offer(Map.of());
    private static final int MAX_MECHANISMS = 400;
    /** RFC 4422, 3.1. */
    private static final String MECHANISM = "[A-Z0-9_-]{1,20}";

    /** {@return what is offered in this session, by a server with these mechanisms} */
    static Offer of(SessionSettings settings, SessionFacts facts, List<String> mechanisms) {
        EnumMap<Extension, String> offered = new EnumMap<>(Extension.class);
        for (Extension extension : Extension.values()) {
            if (isOffered(extension, settings, facts, mechanisms)) {
                offered.put(extension, parameters(extension, settings, mechanisms));
            }
        }
        return new Offer(offered);
    }

    private static boolean isOffered(Extension extension, SessionSettings settings, SessionFacts facts,
            List<String> mechanisms) {
        Services services = settings.services();
        return switch (extension) {
            case STARTTLS -> services.startTls() && facts.tls().isEmpty();
            case AUTH -> facts.tls().isPresent() && facts.identity().isEmpty() && !mechanisms.isEmpty();
            case ETRN -> services.etrn();
            case FUTURERELEASE -> services.futureRelease().isPresent() && facts.role() == ProtocolRole.SUBMISSION;
            case REQUIRETLS -> facts.tls().isPresent();
            case XCLIENT -> services.xclient().test(facts.client());
            default -> true;
        };
    }

    private static String parameters(Extension extension, SessionSettings settings, List<String> mechanisms) {
        return switch (extension) {
            case SIZE -> Long.toString(settings.maxMessageSize());
            case AUTH -> mechanisms(mechanisms);
            case LIMITS -> "RCPTMAX=" + Math.min(settings.maxRecipients(), MailTransaction.ALWAYS_FIT);
            case FUTURERELEASE -> settings.services().futureRelease().map(FutureRelease::announced).orElse("");
            case XCLIENT -> XclientCommand.ATTRIBUTES;
            default -> "";
        };
    }

    /** As many as fit on a line, and are names. */
    private static String mechanisms(List<String> all) {
        StringBuilder names = new StringBuilder();
        for (String name : all) {
            if (name.matches(MECHANISM) && names.length() + name.length() < MAX_MECHANISMS) {
                names.append(names.isEmpty() ? "" : " ").append(name);
            }
        }
        return names.toString();
    }

    /** {@return the lines of the reply behind the domain} */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        extensions.forEach((extension, parameters) -> lines
                .add(parameters.isEmpty() ? extension.keyword() : extension.keyword() + " " + parameters));
        return lines;
    }

    Set<Extension> keywords() {
        return extensions.keySet();
    }
}
