package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.config.rule.ScannerRule;
import org.postern.mail.Content;
import org.postern.mail.HeaderField;
import org.postern.mail.HeaderSection;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.scan.ScanResult;
import org.postern.scan.ScannedMail;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.util.Arrays;
import java.util.Optional;

/**
 * A mail filter that speaks the milter protocol, version 6: it hears a whole session of one message, after the fact. What it would add on top
 * is a wish; what it would change or take away is not done, since the octets that arrive are those that leave. Keeps the header section of a
 * message in memory, and {@value MilterWire#MOST_DATA} octets of its body.
 */
final class Milter extends SocketScanner {
    Milter(ScannerRule rule) {
        super(rule);
    }

    @Override
    ScanResult ask(ScannerSocket socket, ScannedMail mail) throws ScannerFault, IOException, InterruptedException {
        HeaderSection header = HeaderSection.of(mail.content());
        MilterSession session = new MilterSession(new MilterWire(socket));
        if (!session.negotiate()) {
            return new ScanResult.Unwilling("it asks for more than a milter may do here");
        }
        Optional<ScanResult> early = envelope(session, mail);
        if (early.isEmpty()) {
            early = header(session, header);
        }
        if (early.isEmpty()) {
            early = body(session, mail.content(), header);
        }
        ScanResult result = early.isPresent() ? early.get() : session.end(macros(mail));
        session.quit();
        return result;
    }

    private static Optional<ScanResult> envelope(MilterSession session, ScannedMail mail)
            throws ScannerFault, InterruptedException {
        Optional<ScanResult> result = session.step(MilterStep.CONNECT, connect(mail), "j", mail.server(),
                "{daemon_name}", mail.server(), "{client_addr}", address(mail));
        if (result.isEmpty()) {
            result = session.step(MilterStep.HELO, texts(mail.helo().orElse("")));
        }
        if (result.isEmpty()) {
            result = session.step(MilterStep.MAIL,
                    path(mail.envelope().reversePath().toString(), mail.envelope().parameters()), "i",
                    mail.queueId().text(), "{mail_addr}", mail.envelope().reversePath().address(), "{auth_authen}",
                    mail.user().orElse(""));
        }
        for (Recipient recipient : mail.envelope().recipients()) {
            if (result.isEmpty()) {
                result = session.recipient(recipient.mailbox(), path(recipient.path().toString(),
                        recipient.parameters()));
            }
        }
        if (result.isEmpty()) {
            result = session.refusedByAll(mail.envelope().recipients().size());
        }
        return result.isEmpty() ? session.step(MilterStep.DATA, new byte[0], macros(mail)) : result;
    }

    private static String[] macros(ScannedMail mail) {
        return new String[]{"i", mail.queueId().text()};
    }

    private static String address(ScannedMail mail) {
        return mail.client().getAddress().getHostAddress().replaceFirst("%.*", "");
    }

    private static byte[] connect(ScannedMail mail) {
        String name = mail.clientName().orElseGet(() -> "[" + address(mail) + "]");
        String family = mail.client().getAddress() instanceof Inet6Address ? "6" : "4";
        int port = mail.client().getPort();
        byte[] octets = texts(name, family + "PP" + address(mail));
        int at = octets.length - address(mail).length() - 3;
        octets[at] = (byte) (port >> 8);
        octets[at + 1] = (byte) port;
        return octets;
    }

    private static byte[] path(String path, Parameters parameters) {
        String all = parameters.isEmpty() ? path : path + "\0" + parameters.toString().replace(' ', '\0');
        return (all + "\0").getBytes(UTF_8);
    }

    /** {@return texts as the protocol has them, each ended by a NUL, of which none is in them} */
    private static byte[] texts(String... texts) {
        StringBuilder all = new StringBuilder();
        Arrays.stream(texts).forEach(text -> all.append(text.replace('\0', ' ')).append('\0'));
        return all.toString().getBytes(UTF_8);
    }

    private static Optional<ScanResult> header(MilterSession session, HeaderSection header)
            throws ScannerFault, InterruptedException {
        for (HeaderField field : header.fields()) {
            Optional<ScanResult> result = session.step(MilterStep.HEADER,
                    MilterFields.told(field, session.keepsLeadingSpace()));
            if (result.isPresent()) {
                return result;
            }
        }
        return session.step(MilterStep.END_OF_HEADER, new byte[0]);
    }

    /** A line that is no field ends the header section as an empty line does, but belongs to the body. */
    private static Optional<ScanResult> body(MilterSession session, Content content, HeaderSection header)
            throws ScannerFault, IOException, InterruptedException {
        int length = header.fields().stream().mapToInt(HeaderField::length).sum();
        byte[] chunk = new byte[MilterWire.MOST_DATA];
        try (InputStream octets = Content.from(content, length).open()) {
            int start = octets.readNBytes(chunk, 0, 2);
            int read = start == 2 && chunk[0] == '\r' && chunk[1] == '\n' ? 0 : start;
            read += octets.readNBytes(chunk, read, chunk.length - read);
            while (read > 0 && !session.isBodySkipped()) {
                Optional<ScanResult> result = session.step(MilterStep.BODY, Arrays.copyOf(chunk, read));
                if (result.isPresent()) {
                    return result;
                }
                read = octets.readNBytes(chunk, 0, chunk.length);
            }
        }
        return Optional.empty();
    }
}
