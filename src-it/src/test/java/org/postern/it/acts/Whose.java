package org.postern.it.acts;

import java.util.Arrays;
import java.util.Locale;

/** Whose an act is: the least role. */
public enum Whose {
    /** Of administrators. */
    ADMINISTRATOR,
    /** Of operators for all domains, and administrators. */
    OPERATOR,
    /** The same, and of operators who are limited to some domains. */
    OPERATOR_OF_DOMAINS,
    /** Of whoever sees all domains. */
    AUDITOR,
    /** Of whoever has logged in. */
    ANYBODY;

    /** {@return the one that is written so} */
    static Whose of(String words) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(words));
    }

    /** {@return whether it is for this person, too} */
    boolean admits(Role role) {
        return switch (this) {
            case ADMINISTRATOR -> role == Role.ADMINISTRATOR;
            case OPERATOR -> role == Role.ADMINISTRATOR || role == Role.OPERATOR;
            case OPERATOR_OF_DOMAINS -> role != Role.AUDITOR;
            case AUDITOR -> role != Role.OPERATOR_OF_DOMAINS;
            case ANYBODY -> true;
        };
    }

    /** In which somebody comes. */
    enum Role {
        ADMINISTRATOR, OPERATOR, OPERATOR_OF_DOMAINS, AUDITOR
    }
}
