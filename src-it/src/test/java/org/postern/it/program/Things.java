package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

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
}
