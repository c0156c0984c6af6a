package org.postern.admin.access;

import org.postern.sentence.Sentence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do. Each may do what those before it may. */
public enum Role {
    /** Sees what becomes of mail and how the gateway is set, no content of mail, and changes nothing. */
    AUDITOR,
    /** Acts on mail and destinations, sees content. */
    OPERATOR,
    /** Everything. */
    ADMINISTRATOR;

    /** {@return the role as it is written} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the same, to be said in any language} */
    Sentence said() {
        return switch (this) {
            case AUDITOR -> Sentence.form("auditRemitAuditor", "auditor").with();
            case OPERATOR -> Sentence.form("auditRemitOperator", "operator").with();
            case ADMINISTRATOR -> Sentence.form("auditRemitAdministrator", "administrator").with();
        };
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** {@return whether who has this role may do what takes that one} */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
