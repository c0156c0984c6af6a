package org.postern.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"250 2.0.0 Ok: queued as 4XyZ7w1abc | 4XyZ7w1abc",
            "250 OK id=1qXyZa-0001Ab-2c | 1qXyZa-0001Ab-2c",
            "250 2.0.0 3B1KJq01012345 Message accepted for delivery | 3B1KJq01012345",
            "250 2.0.0 OK  1764431446 ffacd0b85a97d-42cb7f2e12asi123.45 - gsmtp | ffacd0b85a97d-42cb7f2e12asi123.45",
            "250 2.6.0 <a@b.example> [InternalId=12345678, Hostname=x.example] Queued mail for delivery | 12345678",
            "250 2.6.0 Message accepted, queued as 01HZZZZZZZZZZZZ1 | 01HZZZZZZZZZZZZ1"})
    void theNextServersNameIsFoundInItsReply(String reply, String name) {
        assertThat(RemoteName.in(reply)).contains(name);
    }

    @Test
    void wordsAreNoNames() {
        for (String reply : new String[]{"250 2.0.0 taken", "250 ok", "250 2.1.5 Recipient ok",
                "550 5.1.1 queued as 4XyZ",
                "250 OK thanks", "250 queued as " + "4".repeat(5000), ""}) {
            assertThat(RemoteName.in(reply)).as(reply).isEmpty();
        }
    }
}
