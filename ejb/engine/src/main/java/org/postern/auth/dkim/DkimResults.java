package org.postern.auth.dkim;

import org.postern.mail.Domain;

import java.util.List;

/**
 * What was found of all signatures of a message.
 *
 * @param signatures those that were looked at, in the order of the header section
 * @param beyond how many more there are, which nobody looked at
 */
public record DkimResults(List<SignatureResult> signatures, int beyond) {
    public DkimResults {
        signatures = List.copyOf(signatures);
    }

    /** {@return the domains that answer for the message, each once} */
    public List<Domain> passed() {
        return signatures.stream()
                .filter(SignatureResult::passes)
                .flatMap(one -> one.domain().stream())
                .distinct()
                .toList();
    }

    /** {@return one word for all: {@code NONE} without signatures, {@code PASS} with one that passes, {@code TEMPERROR} where one still may, or else that of the first} */
    public ResultWord word() {
        List<ResultWord> words = signatures.stream().map(SignatureResult::word).toList();
        if (words.contains(ResultWord.PASS)) {
            return ResultWord.PASS;
        }
        if (words.contains(ResultWord.TEMPERROR)) {
            return ResultWord.TEMPERROR;
        }
        return words.isEmpty() ? ResultWord.NONE : words.getFirst();
    }
}
