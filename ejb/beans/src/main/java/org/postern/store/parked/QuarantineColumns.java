package org.postern.store.parked;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.postern.assessment.Assessment;
import org.postern.assessment.QuarantineKind;
import org.postern.queue.ParkedMessage;

/**
 * What is told about mail in quarantine without reading it.
 *
 * @param kind null where it has never been there
 */
@Embeddable
record QuarantineColumns(@Enumerated(EnumType.STRING) @Column(name = "quarantine") QuarantineKind kind,
        @Column(name = "score") double score, @Column(name = "subject") String subject,
        @Column(name = "author") String author) {
    private static final QuarantineColumns NONE = new QuarantineColumns(null, 0, "", "");

    static QuarantineColumns of(ParkedMessage message) {
        if (message.reason() != ParkedMessage.Reason.QUARANTINED) {
            return NONE;
        }
        Assessment found = message.mail().arrival().assessment();
        ShownFields fields = ShownFields.of(message.mail().message().content());
        return new QuarantineColumns(QuarantineKind.of(found), found.score(), fields.subject(), fields.author());
    }
}
