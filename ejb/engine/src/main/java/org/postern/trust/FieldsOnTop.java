package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.AuthenticationResults;
import org.postern.auth.OwnResults;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.HeaderField;
import org.postern.mail.HeaderSection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * The fields that tell the next reader what was found: {@code Authentication-Results} (RFC 8601), and {@code X-Spam-Flag},
 * {@code X-Spam-Score} and {@code X-Spam-Status} on a message that is marked. Fields of strangers that say that they are ours are cut out: the one change
 * that is made to what was sent, and whole lines alone (RFC 8601, 5).
 */
public final class FieldsOnTop {
    private static final String CRLF = "\r\n";
    private static final int MOST_NAMED = 20;

    private final Domain server;
    private final OwnResults own;
    private final IntSupplier mark;

    /**
     * For one name.
     *
     * @param server under which results are written
     * @param mark says the score from which messages are marked
     */
    public FieldsOnTop(Domain server, IntSupplier mark) {
        this.server = server;
        this.own = new OwnResults(Set.of(server));
        this.mark = mark;
    }

    /** {@return whether a stranger has written a field that says it is ours, or might be taken for that} */
    public boolean isForged(HeaderSection header) {
        return header.fields().stream().anyMatch(this::isForged);
    }

    /** {@return that there was one} */
    public Symbol forgery() {
        return KnownSymbol.FORGED_RESULTS.found("in the name of " + server);
    }

    private boolean isForged(HeaderField field) {
        return field.isNamed(AuthenticationResults.NAME) && own.mustBeCut(field.body());
    }

    /**
     * {@return the content without the fields that are not a stranger's to write}
     *
     * @param header of this content
     */
    public Content cut(Content content, HeaderSection header) {
        if (!isForged(header)) {
            return content;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(header.length());
        int read = 0;
        for (HeaderField field : header.fields()) {
            if (!isForged(field)) {
                kept.writeBytes(field.octets());
            }
            read += field.length();
        }
        return Content.join(kept.toByteArray(), Content.from(content, read));
    }

    /**
     * {@return the fields for a message of which this is known, each with its line end; none where nobody has judged}
     *
     * @param international whether they may hold characters beyond ASCII (RFC 6532)
     */
    public byte[] of(Assessment assessment, boolean international) {
        if (assessment.verdict() == Verdict.NONE) {
            return new byte[0];
        }
        StringBuilder fields = new StringBuilder();
        if (assessment.verdict() == Verdict.MARK || assessment.verdict() == Verdict.QUARANTINE) {
            String score = ScorePolicy.number(assessment.score());
            fields.append("X-Spam-Flag: YES").append(CRLF);
            fields.append("X-Spam-Score: ").append(score).append(CRLF);
            fields.append("X-Spam-Status: Yes, score=").append(score);
            fields.append(" required=").append(ScorePolicy.number(mark.getAsInt())).append(CRLF);
            fields.append("\ttests=").append(names(assessment)).append(CRLF);
        }
        if (!assessment.authentication().isEmpty()) {
            fields.append(new AuthenticationResults(server, assessment.authentication()).field(international));
        }
        return fields.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String names(Assessment assessment) {
        return assessment.symbols()
                .stream()
                .filter(symbol -> symbol.weight() != 0)
                .limit(MOST_NAMED)
                .map(Symbol::name)
                .collect(Collectors.joining("," + CRLF + "\t"));
    }
}
