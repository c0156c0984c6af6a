package org.postern.trust.rule;

import org.postern.config.rule.FieldPattern;
import org.postern.config.rule.TextPattern;
import org.postern.content.EncodedWords;
import org.postern.mail.HeaderSection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bodies of fields of one message as rules compare them: unfolded, decoded, in lower case. Each field is read when it is first asked for. */
final class FieldTexts {
    private final HeaderSection header;
    private final Effort effort;
    private final Map<String, List<String>> known = new HashMap<>();

    FieldTexts(HeaderSection header, Effort effort) {
        this.header = header;
        this.effort = effort;
    }

    boolean has(FieldPattern pattern) {
        for (String body : known.computeIfAbsent(TextPattern.lower(pattern.name()), this::read)) {
            effort.spend(body.length() + 1L);
            if (pattern.value().fits(body)) {
                return true;
            }
        }
        return false;
    }

    private List<String> read(String name) {
        effort.spend(header.size());
        return header.all(name).stream().map(body -> TextPattern.lower(EncodedWords.decode(body))).toList();
    }
}
