package org.postern.admin.kept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.admin.routes.RouteDraft;
import org.postern.admin.trust.EntryDraft;
import org.postern.config.file.KeptReader;
import org.postern.config.rule.RuleText;
import org.postern.reputation.entry.ListEntry.Effect;
import org.postern.sentence.Sentence;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people keep is written into one file, and taken in from it as a whole, once somebody has seen the difference. */
class KeepsAllInOneFileTest {
    private static final String HEAD = "# What is kept in the console of Postern. Routes and rules count in this order. Import it on the page Configuration.\n";
    private static final TestDatabase DATABASE = new TestDatabase();
    private final House house = new House(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static RouteDraft route(String recipient, String target) {
        return new RouteDraft(true, recipient, "", "", target, false, "");
    }

    @Test
    void theFileIsInTheGrammarOfTheConfigurationFile() {
        house.routes.add(
                new RouteDraft(false, "app.example", "boss@b.example", "mx", "queue:orders", true, "say \"hi\""),
                "ann");
        house.aliases.put("sales@a.example", List.of("ann@a.example", "bob@a.example"), "", true, "", "ann");
        house.rules.add(RuleText.of("name=big\naction=refuse\nlarger-than=10M\nsender=a.example\nsender=b.example"),
                "ann");
        house.entries.add(new EntryDraft(Effect.BLOCK, "192.0.2.0/24", "", "noise", "1d"), "ann");
        house.controls.change("mx:slow.example",
                control -> control.limited(OptionalInt.of(2), OptionalInt.empty(), "ann", House.NOON));
        assertThat(house.file()).isEqualTo(HEAD + """

                [[route]]
                recipient = "app.example"
                sender = "boss@b.example"
                listener = "mx"
                to = "queue:orders"
                known = []
                enabled = false
                comment = "say \\"hi\\""

                [[alias]]
                address = "sales@a.example"
                members = ["ann@a.example", "bob@a.example"]

                [[rule]]
                name = "big"
                action = "refuse"
                sender = ["a.example", "b.example"]
                larger-than = "10M"

                [[entry]]
                effect = "block"
                party = "192.0.2.0/24"
                expires = "2026-03-02T12:00:00Z"
                comment = "noise"

                [[destination]]
                name = "mx:slow.example"
                concurrency = 2
                """);
    }

    @Test
    void whatIsTakenInIsSeenBeforeAsADifference() throws Exception {
        house.routes.add(route("a.example", "mx"), "ann");
        house.routes.add(route("b.example", "mx"), "ann");
        house.aliases.put("gone@a.example", List.of("ann@a.example"), "", true, "", "ann");
        String file = HEAD + """
                [[route]]
                recipient = "c.example"
                to = "discard"
                [[route]]
                recipient = "b.example"
                to = "queue:b"
                [[route]]
                recipient = "a.example"
                to = "mx"
                """;
        Preview seen = house.configuration.preview(file);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.changes())
                .extracting(
                        one -> one.change() + " " + one.kind() + " " + one.thing() + " " + one.before() + one.after())
                .containsExactly("changed route b.example [to = \"mx\"][to = \"queue:b\"]",
                        "moved route a.example [][behind all others]",
                        "added route c.example [][recipient = \"c.example\", to = \"discard\"]",
                        "removed alias gone@a.example [address = \"gone@a.example\", members = [\"ann@a.example\"]][]");
        assertThat(seen.summary()).hasToString("1 added, 1 changed, 1 moved, 1 removed");
        long id = house.routes.all().getFirst().id();
        house.takeIn(file);
        assertThat(house.routes.all()).extracting(one -> one.recipient() + " " + one.target())
                .containsExactly("c.example discard", "b.example queue:b", "a.example mx");
        assertThat(house.routes.all().getLast().id()).as("a route that stays keeps its number").isEqualTo(id);
        assertThat(house.configuration.preview(house.file()).changes()).isEmpty();
    }

    @Test
    void whereSomethingWasChangedMeanwhileNothingIsDone() {
        String file = HEAD + "[[route]]\nrecipient = \"a.example\"\nto = \"mx\"\n";
        Preview seen = house.configuration.preview(file);
        house.routes.add(route("b.example", "mx"), "bob");
        assertThat(house.configuration.importAll(file, seen.state(), false, "ann").orElseThrow().toString())
                .startsWith("Something was changed since");
        assertThat(house.configuration.importAll(file + "# other", house.configuration.preview(file).state(), false,
                "ann"))
                .isPresent();
        assertThat(house.routes.all()).extracting(one -> one.recipient()).containsExactly("b.example");
    }

    @Test
    void aFileThatLeavesNothingOfAKindIsTakenInOnlyWhereThatIsMeant() throws Exception {
        house.routes.add(route("a.example", "mx"), "ann");
        house.aliases.put("sales@a.example", List.of("ann@a.example"), "", true, "", "ann");
        String before = house.file();
        String withoutAliases = HEAD + "[[route]]\nrecipient = \"b.example\"\nto = \"mx\"\n";
        for (String file : List.of("", HEAD, withoutAliases)) {
            Preview seen = house.configuration.preview(file);
            assertThat(seen.lost()).extracting(Sentence::toString).contains("alias");
            assertThat(house.configuration.importAll(file, seen.state(), false, "ann").orElseThrow().toString())
                    .contains("alias", "Nothing is done");
            assertThat(house.file()).isEqualTo(before);
        }
        Preview seen = house.configuration.preview(withoutAliases);
        house.act(() -> house.configuration.importAll(withoutAliases, seen.state(), true, "ann"));
        assertThat(house.file()).doesNotContain("[[alias]]").contains("b.example");
    }

    @Test
    void whatAShorterTimeOfKeepingDeletesIsSaidBefore() {
        assertThat(house.configuration.preview("[settings]\n\"trace.retention\" = \"1d\"\n").warnings())
                .singleElement()
                .asString()
                .startsWith("trace.retention: of what is kept now 7 would be deleted, from 2026-03-01T13:00:00Z");
        assertThat(house.configuration.preview("[settings]\n\"trace.retention\" = \"60d\"\n").warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2|1|[[route]]\nrecipient = \"a..b\"\nto = \"mx\"",
            "1|1|[[route]]\nto = \"mx\"",
            "4|1|[[route]]\nrecipient = \"a.example\"\nto = 5\nsender = \"\"\n",
            "2|1|[[entry]]\neffect = \"drop\"\nparty = \"a.example\"",
            "2|1|[[alias]]\naddress = \"x@a.example\"\nmembers = []",
            "1|1|include = \"/etc/passwd\"",
            "1|1|[[tls-policy]]\nrecipient = \"*\"\ntls = \"none\"",
            "2|1|[gateway]\nname = \"a.example\"",
            "5|1|[[route]]\nrecipient = \"a.example\"\nto = \"mx\"\n[[route]]\nrecipient = \"A.example\"\nto = \"discard\"",
            "4|1|[[rule]]\nname = \"x\"\naction = \"accept\"\nrecipient = []",
            "1|5|x = [[[[[[[[[[[[[[[[[[[[[[[[1]"})
    void whatIsWrongIsToldWithItsPlaceAndNothingIsTakenIn(String example) {
        String[] parts = example.split("\\|", 3);
        Preview seen = house.configuration.preview(parts[2]);
        assertThat(seen.problems()).as(parts[2]).isNotEmpty();
        assertThat(seen.problems().getFirst().line()).as(seen.problems().toString())
                .isEqualTo(Integer.parseInt(parts[0]));
        assertThat(seen.problems().getFirst().column()).as(seen.problems().toString()).isPositive();
        assertThat(house.configuration.importAll(parts[2], seen.state(), false, "ann")).isPresent();
        assertThat(house.file()).isEqualTo(HEAD);
    }

    @Test
    void aFileHasABoundedSizeAndDepth() {
        assertThat(house.configuration.preview("#" + "x".repeat(KeptReader.LARGEST)).problems()).singleElement()
                .satisfies(one -> assertThat(one.message()).asString().contains("larger than"));
        for (String deep : List.of("x = " + "[".repeat(100_000), "x = [\"\"\"a\"\"\"\", " + "[".repeat(100_000),
                "x = " + "{a = ".repeat(100_000), "[" + "a.".repeat(100_000) + "a]\nb = 1")) {
            assertThat(house.configuration.preview(deep).problems()).as(deep.substring(0, 20)).isNotEmpty();
        }
    }

    /** No path that stands in a file is opened: it is a text like any other. */
    @Test
    void aPathInAFileIsATextAlone() throws Exception {
        house.takeIn(HEAD
                + "[[entry]]\neffect = \"allow\"\nparty = \"a.example\"\ncomment = \"../../etc/passwd @/etc/passwd\"\n");
        assertThat(house.file()).contains("comment = \"../../etc/passwd @/etc/passwd\"").doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatWasWrittenComesBackAsTheSameOctets(long seed) throws Exception {
        Chance chance = new Chance(new Random(seed));
        chance.fill(house);
        String first = house.file();
        DATABASE.empty();
        if (!first.equals(HEAD)) {
            house.takeIn(first);
        }
        assertThat(house.file()).isEqualTo(first);
        DATABASE.empty();
        chance.fill(house);
        String second = house.file();
        if (!first.equals(second)) {
            long key = house.takeIn(first);
            assertThat(house.file()).isEqualTo(first);
            assertThat(house.takeBack(key, true)).isEmpty();
            assertThat(house.file()).isEqualTo(second);
        }
    }

    @Test
    void severalThousandRoutesAreTakenInAndBack() throws Exception {
        String file = IntStream.range(0, 4000)
                .mapToObj(i -> "[[route]]\nrecipient = \"d" + i + ".example\"\nto = \"queue:q" + i + "\"\n")
                .collect(Collectors.joining());
        long key = house.takeIn(file);
        assertThat(house.routes.all()).hasSize(4000);
        assertThat(house.routes.all().get(3999).recipient()).isEqualTo("d3999.example");
        assertThat(house.takeBack(key, true)).isEmpty();
        assertThat(house.routes.all()).isEmpty();
    }

    @Test
    void aTimeIsKeptAsItIs() throws Exception {
        house.takeIn("[[entry]]\neffect = \"block\"\nparty = \"a.example\"\nexpires = 2027-01-01T00:00:00Z\n");
        assertThat(house.entries.after(0, 1).getFirst().entry().expiry())
                .contains(Instant.parse("2027-01-01T00:00:00Z"));
    }
}
