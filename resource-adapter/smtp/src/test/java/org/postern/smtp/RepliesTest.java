package org.postern.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.smtp.wire.Violation;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class RepliesTest {
    static Stream<Reply> constants() {
        return Arrays.stream(Replies.class.getFields()).filter(f -> f.getType() == Reply.class).map(RepliesTest::value);
    }

    private static Reply value(Field field) {
        try {
            return (Reply) field.get(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError("public constant", e);
        }
    }

    @ParameterizedTest
    @MethodSource("constants")
    void eachHasAStatusAndPlainText(Reply reply) {
        assertThat(reply.status().isPresent()).isEqualTo(reply.code() != 354);
        assertThat(reply.lines()).allSatisfy(line -> assertThat(line).isPrintable().isASCII().hasSizeLessThan(100));
    }

    @ParameterizedTest
    @EnumSource(Violation.class)
    void eachViolationEarnsAPermanentOne(Violation violation) {
        assertThat(violation.reply().isPermanent()).isTrue();
        assertThat(violation.section()).matches("RFC \\d+, [0-9.]+");
    }

    @Test
    void theGreetingStartsWithTheDomain() {
        assertThat(Replies.greeting("mail.test.example", "ESMTP").lines().getFirst()).startsWith("mail.test.example ");
    }

    @Test
    void extensionsFollowTheDomain() {
        assertThat(Replies.hello("d", List.of("SIZE 1", "8BITMIME")).lines()).containsExactly("d", "SIZE 1",
                "8BITMIME");
    }
}
