package org.postern.auth.dkim;

import org.postern.dns.NoSuchDomain;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A DNS of texts, in memory. */
final class Zone implements TextDns {
    private final Map<String, TextAnswer> answers = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    Zone put(String name, String... texts) {
        return put(name, new TextAnswer.Found(List.of(texts)));
    }

    Zone put(String name, TextAnswer answer) {
        answers.put(name, answer);
        return this;
    }

    /** {@return every question, in order} */
    List<String> asked() {
        return asked;
    }

    @Override
    public TextAnswer texts(String name) {
        asked.add(name);
        return answers.getOrDefault(name, new NoSuchDomain());
    }
}
