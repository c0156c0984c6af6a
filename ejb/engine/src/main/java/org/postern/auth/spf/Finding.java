package org.postern.auth.spf;

import org.postern.sentence.Sentence;

import java.util.Optional;

/**
 * What the records of a domain say.
 *
 * @param matched the mechanism that matched; empty where none did
 * @param domain whose record had the last word
 * @param explanation where that domain's words about a failure stand
 * @param reason for a person
 */
record Finding(SpfOutcome outcome, Optional<Directive> matched, String domain, Optional<MacroString> explanation,
        Sentence reason) {
    static Finding none(String domain, Sentence reason) {
        return new Finding(SpfOutcome.NONE, Optional.empty(), domain, Optional.empty(), reason);
    }
}
