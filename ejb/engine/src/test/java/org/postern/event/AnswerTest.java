package org.postern.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.QueueId;

import java.util.Optional;

class AnswerTest {
    private static final QueueId QUESTION = new QueueId("0123456789ABCDEF");

    @ParameterizedTest
    @EnumSource
    void isReadAsItWasWritten(Answer.Kind kind) {
        for (String name : new String[]{"order 7", " ", "Ö\n\u0000 \ud83d\ude00"}) {
            Answer answer = new Answer(kind, QUESTION, Optional.of(name));
            assertThat(answer.text()).matches("[A-Za-z0-9_-]+");
            assertThat(Answer.parse(answer.text())).contains(answer);
        }
        Answer unnamed = new Answer(kind, QUESTION, Optional.empty());
        assertThat(Answer.parse(unnamed.text())).contains(unnamed);
    }

    @Test
    void hasTheWordsOfTheContract() {
        assertThat(Answer.Kind.values()).extracting(Answer.Kind::word).containsExactly("reply", "automatic", "bounce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "cmVwbHk", "cmVwbHkgeCB5", "b3RoZXIgMDEyMzQ1Njc4OUFCQ0RFRiB4"})
    void whatIsNoneIsNone(String text) {
        assertThat(Answer.parse(text)).isEmpty();
    }
}
