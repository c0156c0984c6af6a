package org.postern.report.receive;

import org.postern.content.MessageReader;
import org.postern.content.Part;
import org.postern.mail.Message;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the reports in a message, {@value #MOST} at most, and reads them one after the other: 10 MB of each, packed and unpacked, and 20 MB of all. Time grows with the octets of the
 * message; never throws for what is in it.
 */
public final class MailedReports {
    /** The most attachments that are read. */
    static final int MOST = 5;
    private static final Set<String> TYPES = Set.of("application/gzip", "application/x-gzip", "application/zip",
            "application/x-zip-compressed", "application/x-zip", "application/xml", "text/xml", "application/json",
            "application/tlsrpt+gzip", "application/tlsrpt+json");
    private static final List<String> ENDINGS = List.of(".xml", ".xml.gz", ".zip", ".json", ".json.gz", ".gz");

    private MailedReports() {}

    /**
     * {@return what each attachment says that may be a report; at least one, which may say that there is none}
     *
     * @throws IOException when the content cannot be read
     */
    public static List<ReadReport> in(Message message, Instant now) throws IOException {
        AttachmentReader reader = new AttachmentReader(now, message.id().text(),
                message.envelope().reversePath().address());
        List<ReadReport> reports = new ArrayList<>();
        try (InputStream content = message.content().open()) {
            MessageReader.read(content, (part, octets) -> {
                if (reports.size() < MOST && mayBe(part)) {
                    reports.add(reader.read(octets));
                }
            });
        }
        return reports.isEmpty() ? List.of(reader.unreadable("no attachment that may be a report")) : reports;
    }

    private static boolean mayBe(Part part) {
        String name = part.fileName().orElse("").toLowerCase(Locale.ROOT);
        return TYPES.contains(part.type()) || ENDINGS.stream().anyMatch(name::endsWith);
    }
}
