package org.postern.dns;

import java.util.List;

/** What the DNS says in words. */
public sealed interface TextAnswer permits TextAnswer.Found, NoAnswer {
    /**
     * There are texts.
     *
     * @param texts at least one
     */
    record Found(List<String> texts) implements TextAnswer {
        public Found {
            texts = List.copyOf(texts);
        }
    }
}
