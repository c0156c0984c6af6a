package org.postern.config.kept;

import org.postern.config.kept.KeptField.Shape;

import java.util.List;
import java.util.stream.Collectors;

/** What people keep, as text in the grammar of the configuration file (TOML 1.0). The same things give the same text. */
public final class KeptText {
    private static final String HEAD = "# What is kept in the console of Postern. Routes and rules count in this order. Import it on the page Configuration.\n";

    private KeptText() {}

    /** {@return a whole file} Things of one kind stand in the order in which they come. */
    public static String file(List<KeptThing> things) {
        StringBuilder text = new StringBuilder(HEAD);
        for (KeptKind kind : KeptKind.values()) {
            List<KeptThing> ofKind = things.stream().filter(thing -> thing.kind() == kind).toList();
            if (kind == KeptKind.SETTING && !ofKind.isEmpty()) {
                text.append("\n[").append(kind.table()).append("]\n");
                ofKind.forEach(thing -> text.append(line(thing)));
            } else {
                ofKind.forEach(thing -> text.append('\n').append(table(thing)));
            }
        }
        return text.toString();
    }

    /** {@return one thing as a file has it} */
    public static String of(KeptThing thing) {
        return thing.kind() == KeptKind.SETTING ? "[" + thing.kind().table() + "]\n" + line(thing) : table(thing);
    }

    private static String line(KeptThing thing) {
        return quoted(thing.text("key")) + " = " + quoted(thing.text("value")) + "\n";
    }

    private static String table(KeptThing thing) {
        StringBuilder text = new StringBuilder("[[").append(thing.kind().table()).append("]]\n");
        for (KeptField field : thing.kind().fields()) {
            if (thing.texts().containsKey(field.name())) {
                text.append(field.name())
                        .append(" = ")
                        .append(value(field, thing.texts().get(field.name())))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String value(KeptField field, List<String> texts) {
        if (field.shape() == Shape.LIST || texts.size() != 1) {
            return texts.stream().map(KeptText::quoted).collect(Collectors.joining(", ", "[", "]"));
        }
        return field.shape() == Shape.BARE ? texts.getFirst() : quoted(texts.getFirst());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
