package org.postern.config.file;

import org.postern.config.kept.KeptField;
import org.postern.config.kept.KeptField.Shape;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptThing;
import org.postern.sentence.Sentence;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what people keep in the console from a file that somebody hands in. It reads the text alone: nothing that stands in it is a path to it, and there is
 * no way to name another file.
 */
public final class KeptReader {
    /** The largest text that is read, in octets. */
    public static final int LARGEST = 1_000_000;
    /** The most things in one text. */
    public static final int MOST = 20_000;

    private static final String NAME = "the file";
    private static final Sentence DEEP = Sentence.form("tooDeep",
            "lists and tables lie at most {0} deep in each other").with(Nesting.DEEPEST);

    private static final Sentence TOO_LARGE = Sentence.form("fileTooLarge", "larger than {0,number,#} octets")
            .with(LARGEST);
    private static final Sentence TOO_MUCH = Sentence.form("moreThanXThings", "more than {0,number,#} things")
            .with(MOST);
    private static final Sentence.Form EMPTY = Sentence.form("fieldEmpty",
            "{0} is empty; leave it out, or say what it is");
    private static final Sentence.Form ONE_TEXT = Sentence.form("oneTextNoList",
            "{0} is one text, not a list of them");

    private static final Set<String> TABLES = Stream.of(KeptKind.values())
            .filter(kind -> kind != KeptKind.SETTING)
            .map(KeptKind::table)
            .collect(Collectors.toSet());

    private final UnaryOperator<KeptThing> proper;
    private final Problems problems = new Problems(NAME);

    private KeptReader(UnaryOperator<KeptThing> proper) {
        this.proper = proper;
    }

    /**
     * What came of it.
     *
     * @param things all, kind by kind, in the order of the text; none where there are problems
     */
    public record Kept(List<KeptThing> things, List<Problem> problems) {
        public Kept {
            things = List.copyOf(things);
            problems = List.copyOf(problems);
        }
    }

    /**
     * {@return what a text says}
     *
     * @param proper the form in which a thing is kept; refuses by an IllegalArgumentException that says what is wrong with it
     */
    public static Kept read(String text, UnaryOperator<KeptThing> proper) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return new Kept(List.of(), List.of(Problem.outside(NAME, TOO_LARGE)));
        }
        Optional<TomlPosition> deep = Nesting.tooDeep(text);
        if (deep.isPresent()) {
            return new Kept(List.of(), List.of(Problem.in(NAME, deep.get(), DEEP)));
        }
        try {
            return new KeptReader(proper).read(Toml.parse(text));
        } catch (StackOverflowError inWhatIsNoToml) {
            return new Kept(List.of(), List.of(Problem.outside(NAME, DEEP)));
        }
    }

    private Kept read(TomlParseResult toml) {
        toml.errors().forEach(e -> problems.add(e.position(), e.getMessage()));
        List<KeptThing> things = new ArrayList<>();
        if (problems.isEmpty()) {
            SettingsReader settings = new SettingsReader(problems, TABLES);
            settings.read(toml)
                    .forEach((key, value) -> problems
                            .check(settings.position(key), () -> proper.apply(setting(key, value)))
                            .ifPresent(things::add));
            for (KeptKind kind : KeptKind.values()) {
                if (kind != KeptKind.SETTING) {
                    List<String> names = kind.fields().stream().map(KeptField::name).toList();
                    things.addAll(TableReader.each(toml, kind.table(), problems, names, t -> thing(kind, t)));
                }
            }
        }
        if (things.size() > MOST) {
            problems.add(TomlPosition.positionAt(1, 1), TOO_MUCH);
        }
        return problems.isEmpty() ? new Kept(things, List.of()) : new Kept(List.of(), problems.all());
    }

    private static KeptThing setting(String key, String value) {
        return new KeptThing(KeptKind.SETTING, Map.of("key", List.of(key), "value", List.of(value)));
    }

    private Optional<KeptThing> thing(KeptKind kind, TableReader table) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        boolean good = true;
        for (KeptField field : kind.fields()) {
            if (table.has(field.name())) {
                Optional<List<String>> given = table.words(field.name()).flatMap(words -> shaped(field, words, table));
                given.ifPresent(words -> texts.put(field.name(), words));
                good &= given.isPresent();
            } else if (field.needed()) {
                good &= table.required(field.name(), text -> text).isPresent();
            }
        }
        String first = kind.fields().getFirst().name();
        return good ? table.understood(first, () -> proper.apply(new KeptThing(kind, texts))) : Optional.empty();
    }

    /** What is empty says nothing, and would not narrow what it stands in. */
    private static Optional<List<String>> shaped(KeptField field, List<String> words, TableReader table) {
        String name = field.name();
        if (field.shape() != Shape.LIST && (words.isEmpty() || words.contains(""))) {
            return table.wrong(name, EMPTY.with(name));
        }
        boolean many = field.shape() == Shape.LIST || field.shape() == Shape.TEXTS;
        return many || words.size() == 1
                ? Optional.of(words)
                : table.wrong(name, ONE_TEXT.with(name));
    }
}
