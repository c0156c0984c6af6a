package org.postern.admin.kept;

import org.postern.admin.routes.RouteDraft;
import org.postern.admin.trust.EntryDraft;
import org.postern.config.rule.RuleText;
import org.postern.reputation.entry.ListEntry.Effect;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** Fills a house with things by chance, of few names, so that two fillings have some in common. */
final class Chance {
    private static final List<String> REMARKS = List.of("", "why", "\"quoted\" \\ and 'so'", "two\nlines",
            "\u00fc\u4e2d\ud83d\ude00",
            "tab\there", "# no comment", "]] = [[");
    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String domain() {
        return one(List.of("a", "b", "c", "d", "e")) + ".example";
    }

    void fill(House house) {
        for (int i = random.nextInt(12); i > 0; i--) {
            house.routes.add(new RouteDraft(random.nextInt(4) > 0, one(List.of("", ".", "x@")) + domain(),
                    one(List.of("", "<>", domain())), one(List.of("", "mx", "submission")),
                    one(List.of("mx", "discard", "refuse:go away", "queue:q", "host:127.0.0.1:26")),
                    random.nextBoolean(), one(REMARKS)), "ann");
            house.aliases.put(one(List.of("x@", "@", "Y@")) + domain(), List.of("u@" + domain(), "v@" + domain()),
                    one(List.of("", "owner@a.example")), random.nextBoolean(), one(REMARKS), "ann");
            String name = one(List.of("a", "b", "c", "d"));
            house.rules.add(RuleText.of("name=" + name + "\naction=" + one(List.of("accept", "refuse", "defer"))
                    + "\ncomment=" + one(List.of("why", "it \"is\" so"))
                    + "\nrecipient=" + domain() + (random.nextBoolean() ? "\nrecipient=" + domain() : "")
                    + "\nheader=Subject: *\\\"x\u00fc*"), "ann");
            house.rules.all()
                    .stream()
                    .filter(rule -> random.nextInt(5) == 0)
                    .forEach(
                            rule -> house.rules.enable(rule.id(), false, "ann"));
            house.entries.add(new EntryDraft(one(List.of(Effect.values())),
                    one(List.of(domain(), "." + domain(), "x@" + domain(), "192.0.2.0/24", "2001:db8::/32")),
                    one(List.of("", domain(), "u@" + domain())), one(REMARKS), one(List.of("", "30d", "90m"))), "ann");
            house.settings.put(one(List.of("trust.refuse", "rate.messages", "policy.received-limit")),
                    Integer.toString(20 + random.nextInt(100)), 0, "ann");
            boolean paused = random.nextBoolean();
            house.controls.change("mx:" + domain(), control -> control.paused(paused, "ann", House.NOON)
                    .limited(OptionalInt.of(1 + random.nextInt(9)), OptionalInt.empty(), "ann", House.NOON));
        }
    }
}
