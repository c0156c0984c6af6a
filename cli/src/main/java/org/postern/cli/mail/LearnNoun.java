package org.postern.cli.mail;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.show.Screen;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;

/** What the classifier is taught. */
@Command(name = "learn", description = "Teach the classifier what spam is and what is not", subcommands = {
        LearnNoun.Spam.class,
        LearnNoun.Ham.class, LearnNoun.Forget.class, LearnNoun.Status.class, LearnNoun.Use.class})
public final class LearnNoun {
    /** Teaches what people have kept, or what waits. */
    private abstract static class Teach extends Verb {
        @Parameters(paramLabel = "PATH", arity = "0..*", description = "a folder of messages at any depth, maildirs among them, an mbox, or one message")
        private List<String> paths = List.of();
        @Option(names = "--key", paramLabel = "KEY", description = "in place of paths, one that waits (./postern queue list), and goes on waiting")
        private Optional<String> key;
        private final String label;

        Teach(String label) {
            this.label = label;
        }

        @Override
        protected void act() {
            if (paths.isEmpty() == key.isEmpty()) {
                throw Trouble.usage("say PATHs, or the --key of a message that waits");
            }
            key.ifPresent(
                    one -> api().post(Address.of("/classifier/waiting"), Body.of("key", one).with("label", label)));
            if (!paths.isEmpty()) {
                new Lessons(session(), Address.of("/classifier/samples").with("label", label)).all(paths);
            }
        }
    }

    @Command(name = "spam", description = "Teach that this is spam", footer = "Example: ./postern learn spam --key ID:68247864:quarantine")
    static final class Spam extends Teach {
        Spam() {
            super("spam");
        }
    }

    @Command(name = "ham", description = "Teach that this is not spam", footer = "Example: ./postern learn ham mail.eml")
    static final class Ham extends Teach {
        Ham() {
            super("ham");
        }
    }

    @Command(name = "forget", description = "Take back what was taught, as if it had never been", footer = "Example: ./postern learn forget mail.eml")
    static final class Forget extends Verb {
        @Parameters(paramLabel = "PATH", arity = "0..*", description = "of the messages that were taught")
        private List<String> paths = List.of();
        @Option(names = "--teacher", paramLabel = "NAME", description = "in place of paths, all that somebody taught")
        private Optional<String> teacher;

        @Override
        protected void act() {
            if (paths.isEmpty() == teacher.isEmpty()) {
                throw Trouble.usage("say PATHs, or --teacher NAME");
            }
            teacher.ifPresent(name -> screen()
                    .text(api().delete(Address.of("/classifier/teachers/{}", name))
                            .getJsonNumber("forgotten")
                            .toString()));
            if (!paths.isEmpty()) {
                new Lessons(session(), Address.of("/classifier/samples/forget")).all(paths);
            }
        }
    }

    @Command(name = "use", description = "Have mail judged by a version: go back to one, or have a doubted one count", footer = "Example: ./postern learn use 7")
    static final class Use extends Verb {
        @Parameters(paramLabel = "VERSION", description = "its number, as ./postern learn status shows it")
        private int version;

        @Override
        protected void act() {
            api().post(Address.of("/classifier/use"), Body.empty().withNumber("version", Optional.of(version)));
        }
    }

    @Command(name = "status", description = "Tell who taught how much, and which versions there are", footer = "Example: ./postern learn status")
    static final class Status extends Verb {
        @Override
        protected void act() {
            JsonObject state = api().get(Address.of("/classifier"));
            if (!isShown(state)) {
                tell(state);
            }
        }

        private void tell(JsonObject state) {
            Screen screen = screen();
            screen.words("samples", "ham " + state.getJsonNumber("ham"), "spam " + state.getJsonNumber("spam"));
            state.getJsonArray("teachers")
                    .getValuesAs(JsonObject.class)
                    .forEach(one -> screen.words("teacher", one.getString("name"),
                            one.getJsonNumber("samples").toString()));
            screen.words("learnt", state.getBoolean("learnt") ? "all" : "not yet all");
            Columns version = Columns.of("number", "standing", "made", "ham", "spam", "falsePositives", "area");
            state.getJsonArray("versions").getValuesAs(JsonObject.class).forEach(one -> {
                List<String> words = version.of(one);
                screen.words("version", words.get(0), words.get(1), words.get(2), "ham " + words.get(3),
                        "spam " + words.get(4), "false positives " + words.get(5), "area " + words.get(6));
            });
            String here = state.getJsonNumber("here").toString();
            if (state.getBoolean("enough")) {
                screen.words("here", here);
            } else {
                screen.words("here", here, "too little was taught");
            }
        }
    }
}
