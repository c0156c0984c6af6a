package org.postern.config.kept;

import org.postern.sentence.Sentence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that people keep.
 *
 * @param texts of its fields, in the order of the kind; what holds anyway is left out
 */
public record KeptThing(KeptKind kind, Map<String, List<String>> texts) {
    private static final Sentence.Form NEITHER = Sentence.form("enabledIsTrueOrFalse",
            "enabled is true or false");

    public KeptThing {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (KeptField field : kind.fields()) {
            Optional.ofNullable(texts.get(field.name()))
                    .filter(values -> isSaid(field, values))
                    .ifPresent(values -> kept.put(field.name(), List.copyOf(values)));
        }
        texts = Collections.unmodifiableMap(kept);
    }

    private static boolean isSaid(KeptField field, List<String> values) {
        return field.needed() || field.shape() == KeptField.Shape.LIST
                || !(values.isEmpty() || values.equals(List.of(field.absent())));
    }

    /** {@return the first text of a field, or what holds where it is not said} */
    public String text(String field) {
        return texts.getOrDefault(field, List.of())
                .stream()
                .findFirst()
                .orElseGet(() -> kind.fields()
                        .stream()
                        .filter(one -> one.name().equals(field))
                        .map(KeptField::absent)
                        .findFirst()
                        .orElse(""));
    }

    /**
     * {@return whether it counts, of a kind that can be disabled}
     *
     * @throws IllegalArgumentException where it says something else
     */
    public boolean enabled() {
        return switch (text("enabled")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw NEITHER.refused();
        };
    }

    /** {@return what tells it from others of its kind} */
    public String key() {
        return kind.named()
                .stream()
                .filter(texts::containsKey)
                .map(field -> kind.named().getFirst().equals(field) ? text(field) : field + " " + text(field))
                .collect(Collectors.joining(", "));
    }
}
