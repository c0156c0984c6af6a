package org.postern.config.kept;

import org.postern.config.kept.KeptField.Shape;
import org.postern.config.rule.RuleKey;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tables may say, kind by kind. */
final class KeptFields {
    private static final KeptField ENABLED = KeptField.bare("enabled", "true");
    private static final KeptField COMMENT = KeptField.text("comment");
    private static final Map<KeptKind, List<KeptField>> FIELDS = Map.of(
            KeptKind.SETTING, List.of(KeptField.needed("key"), KeptField.needed("value")),
            KeptKind.ROUTE, List.of(KeptField.needed("recipient"), KeptField.text("sender"),
                    KeptField.text("listener"), KeptField.needed("to"), new KeptField("known", Shape.LIST, "", false),
                    ENABLED, COMMENT),
            KeptKind.ALIAS, List.of(KeptField.needed("address"), new KeptField("members", Shape.LIST, "", true),
                    KeptField.text("owner"), ENABLED, COMMENT),
            KeptKind.RULE, Stream.concat(RuleKey.ALL.stream().map(KeptFields::field), Stream.of(ENABLED)).toList(),
            KeptKind.ENTRY, List.of(KeptField.needed("effect"), KeptField.needed("party"), KeptField.text("owner"),
                    KeptField.text("expires"), COMMENT),
            KeptKind.DESTINATION, List.of(KeptField.needed("name"), KeptField.bare("paused", "false"),
                    KeptField.bare("concurrency", ""), KeptField.bare("per-minute", "")));

    private KeptFields() {}

    private static KeptField field(RuleKey<?> key) {
        boolean needed = List.of("name", "action").contains(key.name());
        return new KeptField(key.name(), key.most() == 1 ? Shape.TEXT : Shape.TEXTS, "", needed);
    }

    static List<KeptField> of(KeptKind kind) {
        return FIELDS.getOrDefault(kind, List.of());
    }

    static List<String> named(KeptKind kind) {
        return switch (kind) {
            case SETTING -> List.of("key");
            case ROUTE -> List.of("recipient", "sender", "listener");
            case ALIAS -> List.of("address");
            case RULE, DESTINATION -> List.of("name");
            case ENTRY -> List.of("effect", "party", "owner");
        };
    }
}
