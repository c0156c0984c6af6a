package org.postern.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.mail.Parameters;
import org.postern.smtp.Extension;
import org.postern.smtp.Replies;

import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

class MailParametersTest {
    private static final Set<Extension> ALL = EnumSet.allOf(Extension.class);
    private static final int LIMIT = 65_536;

    private final MailParameters parameters = new MailParameters(SessionSettings.DEFAULT.withMaxMessageSize(LIMIT));

    private static Parameters parameter(String keyword, String value) {
        return Parameters.of(Map.of(keyword, value));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 1000", "00000000000000001000, 1000", "9223372036854775807, 9223372036854775807",
            "9223372036854775808, 9223372036854775807", "99999999999999999999, 9223372036854775807"})
    void aSizeIsANumberOfUpTo20Digits(String value, long size) {
        assertThat(MailParameters.size(parameter("SIZE", value))).isEqualTo(OptionalLong.of(size));
    }

    @ParameterizedTest
    @CsvSource({"''", "-1", "+1", "1.5", "0x10", "1k", "100000000000000000000"})
    void anythingElseIsNone(String value) {
        assertThat(MailParameters.size(parameter("SIZE", value))).isEmpty();
        assertThat(parameters.refuseAtMail(parameter("SIZE", value), ALL).map(Denial::reply))
                .contains(Replies.BAD_PARAMETER_VALUE);
    }

    @Test
    void theLimitIsAllowed() {
        assertThat(parameters.refuseAtMail(parameter("SIZE", "65536"), ALL).map(Denial::reply)).isEmpty();
        assertThat(parameters.refuseAtMail(parameter("SIZE", "65537"), ALL).map(Denial::reply))
                .contains(Replies.TOO_BIG);
    }

    @Test
    void aParameterNeedsItsExtension() {
        Parameters body = parameter("BODY", "8bitmime");
        assertThat(parameters.refuseAtMail(body, ALL).map(Denial::reply)).isEmpty();
        assertThat(parameters.refuseAtMail(body, Set.of(Extension.SIZE)).map(Denial::reply))
                .contains(Replies.UNKNOWN_PARAMETER);
        assertThat(parameters.refuseAtRcpt(body, Parameters.NONE, ALL)).contains(Replies.UNKNOWN_PARAMETER);
        assertThat(parameters.refuseAtRcpt(Parameters.NONE, Parameters.NONE, ALL)).isEmpty();
    }
}
