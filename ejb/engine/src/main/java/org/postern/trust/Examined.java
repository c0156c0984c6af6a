package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.mail.Envelope;
import org.postern.smtp.Reply;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What came of the examination of a message.
 *
 * @param assessment all that was found, and the verdict
 * @param refusal what the client hears; empty where the message is taken
 * @param orders what rules have changed, where the message is taken
 */
public record Examined(Assessment assessment, Optional<Reply> refusal, Orders orders) {
    /**
     * What rules change about a message.
     *
     * @param envelope for whom it is now; empty for those whom it was for
     * @param fields to be put on top, each without its line end
     * @param decided whether a rule has said what becomes of the message, whatever its score
     */
    public record Orders(Optional<Envelope> envelope, List<String> fields, boolean decided) {
        static final Orders NONE = new Orders(Optional.empty(), List.of(), false);

        public Orders {
            fields = List.copyOf(fields);
        }

        /** {@return the fields as octets} */
        public byte[] octets() {
            StringBuilder all = new StringBuilder();
            fields.forEach(field -> all.append(field).append("\r\n"));
            return all.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Where nothing is changed. */
    public Examined(Assessment assessment, Optional<Reply> refusal) {
        this(assessment, refusal, Orders.NONE);
    }

    /** {@return the examination of a message that is taken} */
    public static Examined taken(Assessment assessment) {
        return new Examined(assessment, Optional.empty());
    }

    Examined with(Orders changed) {
        return new Examined(assessment, refusal, changed);
    }
}
