package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.postern.it.harness.Await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What other programs do about all that people keep: settings while the gateway runs, one file in place of everything, and back.
 *
 * @param administrator may change it
 * @param operator may not, but act on mail
 * @param auditor may look
 */
record KeptThings(Program administrator, Program operator, Program auditor) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    void change() {
        aSettingThatIsWrittenCountsWithinSecondsAndIsTakenBack();
        aShorterTimeOfKeepingSaysWhatItDeletes();
        theConfigurationIsTakenInAsOneFile();
    }

    /** Some mail has to be there. */
    private void aShorterTimeOfKeepingSaysWhatItDeletes() {
        String place = "/settings/trace.retention";
        int count = Await.value("there is something to lose", LIMIT,
                () -> Optional.ofNullable(administrator.get(place + "/loss?value=1h").json().getJsonObject("loss"))
                        .map(loss -> loss.getInt("count")));
        Program.Answer refused = administrator.put(place, "{'value':'1h'}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("detail")).contains("would be deleted", "Nothing is changed");
        assertThat(administrator.put(place, "{'value':'1h','expect':" + (count + 1000) + "}").status()).isEqualTo(204);
        Await.until("it counts", LIMIT, () -> auditor.get(place).json().getString("value").equals("1h"));
        assertThat(administrator.delete(place).status()).as("longer again").isEqualTo(204);
        assertThat(administrator.get(place + "/loss?value=40d").json().containsKey("loss")).isFalse();
    }

    private void aSettingThatIsWrittenCountsWithinSecondsAndIsTakenBack() {
        assertThat(auditor.get("/settings/rate.messages").json().getString("source")).isEqualTo("default");
        assertThat(auditor.get("/settings/db.password").json().getString("value")).isIn("set", "not set");
        assertThat(administrator.put("/settings/rate.messages", "{'value':'4321'}").status()).isEqualTo(204);
        Await.until("it counts", LIMIT,
                () -> auditor.get("/settings/rate.messages").json().getString("value").equals("4321"));
        assertThat(administrator.put("/settings/rate.messages", "{'value':'-1'}").status()).isEqualTo(409);
        assertThat(administrator.put("/settings/http.port", "{'value':'81'}").status()).isEqualTo(409);
        assertThat(auditor.put("/settings/rate.messages", "{'value':'1'}").status()).isEqualTo(403);
        JsonObject line = auditor.get("/audit?thing=rate.messages").items().getFirst();
        assertThat(line.getBoolean("reversible")).isTrue();
        String back = "/audit/" + line.getInt("key") + "/take-back";
        assertThat(operator.post(back).status()).isEqualTo(403);
        assertThat(administrator.post(back).status()).isEqualTo(204);
        assertThat(administrator.post(back).status()).isEqualTo(409);
        Await.until("its default counts", LIMIT,
                () -> auditor.get("/settings/rate.messages").json().getString("source").equals("default"));
        assertThat(administrator.delete("/settings/rate.messages").status()).isEqualTo(409);
    }

    private void theConfigurationIsTakenInAsOneFile() {
        for (String domain : List.of("one.file.example", "two.file.example")) {
            assertThat(administrator.post("/routes", "{'recipient':'" + domain + "','to':'discard'}").status())
                    .isEqualTo(201);
        }
        String before = auditor.get("/configuration").raw().body();
        String file = before + "\n[[route]]\nrecipient = \"imported.example\"\nto = \"discard\"\n";
        assertThat(auditor.send("post", "/configuration/differences", file).status()).isEqualTo(403);
        Program.Answer seen = administrator.send("post", "/configuration/differences", file);
        assertThat(seen.json().getJsonArray("changes").toString()).contains("imported.example");
        String place = "/configuration?state=" + seen.json().getString("state");
        assertThat(administrator.send("put", "/configuration", file).field()).isEqualTo("state");
        assertThat(administrator.send("put", place + "0", file).status()).isEqualTo(409);
        assertThat(administrator.send("put", place, file).status()).isEqualTo(204);
        assertThat(administrator.send("put", place, file).status()).isEqualTo(409);
        assertThat(auditor.get("/configuration").raw().body()).contains("imported.example");
        Await.until("it counts", LIMIT, () -> auditor.get("/routes/forecast?recipient=x@imported.example")
                .raw()
                .body()
                .contains("is thrown away"));
        aFileWithNothingInItTakesNothingAway();
        JsonObject line = auditor.get("/audit?thing=configuration").items().getFirst();
        assertThat(line.getString("after")).contains("1 added");
        assertThat(administrator.post("/audit/" + line.getInt("key") + "/take-back").status()).isEqualTo(204);
        assertThat(auditor.get("/configuration").raw().body()).isEqualTo(before);
        whatATakingBackTakesAwayIsSaidBefore(before);
        JsonObject wrong = administrator.send("post", "/configuration/differences", "[[route]]\nrecipient = 5\n")
                .json()
                .getJsonArray("problems")
                .getJsonObject(0);
        assertThat(wrong.getInt("line")).isPositive();
        assertThat(administrator.send("post", "/configuration/differences", "#".repeat(1_000_001)).status())
                .isEqualTo(413);
    }

    private void aFileWithNothingInItTakesNothingAway() {
        JsonObject seen = administrator.send("post", "/configuration/differences", "").json();
        assertThat(seen.getJsonArray("lost").toString()).contains("route");
        Program.Answer refused = administrator.send("put", "/configuration?state=" + seen.getString("state"), "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("detail")).contains("route", "clears");
        assertThat(administrator.send("put", "/configuration?state=x&clears=maybe", "").field()).isEqualTo("clears");
        assertThat(auditor.get("/configuration").raw().body()).contains("imported.example");
    }

    private void takeIn(String file) {
        String state = administrator.send("post", "/configuration/differences", file).json().getString("state");
        Program.Answer taken = administrator.send("put", "/configuration?clears=true&state=" + state, file);
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(204);
    }

    private void whatATakingBackTakesAwayIsSaidBefore(String file) {
        takeIn("");
        takeIn(file);
        JsonObject line = auditor.get("/audit?thing=configuration").items().getFirst();
        String back = "/audit/" + line.getInt("key") + "/take-back";
        assertThat(operator.get(back).json().getJsonArray("lost").toString()).contains("route");
        assertThat(auditor.get(back).status()).isEqualTo(403);
        Program.Answer refused = administrator.post(back);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("detail")).contains("Nothing of this kind would be left", "route");
        assertThat(auditor.get("/configuration").raw().body()).isEqualTo(file);
        assertThat(administrator.post(back + "?clears=true").status()).isEqualTo(204);
        assertThat(auditor.get("/configuration").raw().body()).doesNotContain("[[route]]");
        takeIn(file);
        assertThat(auditor.get("/configuration").raw().body()).isEqualTo(file);
    }
}
