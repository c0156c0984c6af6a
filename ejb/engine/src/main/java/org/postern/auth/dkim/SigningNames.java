package org.postern.auth.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which fields we sign (RFC 6376, 5.4.1; RFC 8058, 4, for the lists): what a reader sees, answers to or acts upon, and nothing of the way. */
final class SigningNames {
    /** More fields of one name than these are nobody's; the rest stays unsigned. */
    private static final int MOST_OF_ONE = 50;
    private static final List<String> NAMES = List.of("From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date",
            "Message-ID", "In-Reply-To",
            "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Resent-From", "Resent-Sender",
            "Resent-To", "Resent-Cc",
            "Resent-Date", "Resent-Message-ID", "List-Id", "List-Help", "List-Unsubscribe", "List-Unsubscribe-Post",
            "List-Subscribe",
            "List-Post", "List-Owner", "List-Archive");

    private SigningNames() {}

    /** {@return the names for {@code h=}: each field that is there, and From once more, so that nobody can add another} */
    static List<String> of(SignedFields fields) {
        List<String> names = new ArrayList<>();
        for (String name : NAMES) {
            int count = Math.min(fields.count(name.toLowerCase(Locale.ROOT)), MOST_OF_ONE);
            for (int i = 0; i < count; i++) {
                names.add(name);
            }
        }
        names.add("From");
        return names;
    }
}
