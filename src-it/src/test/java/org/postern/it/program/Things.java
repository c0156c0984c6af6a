package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

/** Things that have an address of their own. */
final class Things {
    private Things() {}

    /** One is made, once; changed, read, and taken away. */
    static void areSet(Program administrator, Program auditor, String noun, String first, String then, String name) {
        Program.Answer made = administrator.post(noun, first);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(administrator.post(noun, first).status()).isEqualTo(409);
        String place = noun + "/" + (name.equals("id") ? made.json().getInt(name) : made.json().getString(name));
        Program.Answer changed = administrator.put(place, then);
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
        assertThat(auditor.get(place).json()).isEqualTo(changed.json());
        assertThat(administrator.delete(place).status()).isEqualTo(204);
        assertThat(auditor.get(place).status()).isEqualTo(404);
        assertThat(administrator.delete(place).status()).isEqualTo(404);
    }

    /** What an account may do is said, a part of it after the other, and taken back. */
    static void areLimited(Program administrator, Program auditor, String account) {
        assertThat(administrator.put(account, "{'senders':['shop.example'],'perMinute':60}").status()).isEqualTo(200);
        Program.Answer changed = administrator.put(account, "{'perMinute':5}");
        assertThat(changed.json().toString()).contains("[\"shop.example\"]").contains("\"perMinute\":5");
        assertThat(auditor.get(account).json()).isEqualTo(changed.json());
        assertThat(auditor.get("/application-accounts").items()).contains(changed.json());
        assertThat(administrator.put(account, "{'senders':['not an address']}").status()).isEqualTo(409);
        assertThat(administrator.put(account, "{'senders':[],'perMinute':0}").status()).isEqualTo(200);
        assertThat(auditor.get(account).status()).isEqualTo(404);
        assertThat(auditor.get("/audit?thing=shop@applications").raw().body())
                .contains("account of an application limited");
    }

    /** A destination gets a limit, and waits. */
    static void areLimitedAndPaused(Program operator, Program auditor) {
        String place = "/destinations/" + Specimen.encoded("host:127.0.0.1:1");
        assertThat(operator.put(place + "/limit", "{'concurrency':2,'perMinute':60}").status()).isEqualTo(204);
        assertThat(operator.post(place + "/pause").status()).isEqualTo(204);
        JsonObject line = auditor.get("/destinations")
                .items()
                .stream()
                .filter(one -> one.getString("destination").equals("host:127.0.0.1:1"))
                .findFirst()
                .orElseThrow();
        assertThat(line.getBoolean("paused")).isTrue();
        assertThat(line.getInt("perMinute")).isEqualTo(60);
        assertThat(operator.post(place + "/flush").status()).isEqualTo(202);
        assertThat(operator.post(place + "/resume").status()).isEqualTo(202);
        assertThat(operator.put(place + "/limit", "{}").status()).isEqualTo(204);
        assertThat(operator.put(place + "/limit", "{'perMinute':0}").field()).isEqualTo("perMinute");
        assertThat(operator.post("/destinations/nothing/pause").field()).isEqualTo("destination");
    }
}
