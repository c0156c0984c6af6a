package org.postern.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.admin.access.Role;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class FieldsTest {
    /** A body with a field of each kind. */
    public record Body(String name, Role role, Instant when, boolean on, Optional<String> more, OptionalInt number,
            List<String> list, Optional<Inner> inner, Optional<List<String>> others) {}

    /** One within another. */
    public record Inner(Map<String, List<String>> texts) {}

    private static final String WHOLE = "'name':'x','role':'operator','when':'2026-03-01T12:00:00Z','on':true";

    @SuppressWarnings("unchecked")
    private static Record read(String json) throws IOException {
        byte[] octets = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new Bodies().readFrom((Class<Record>) (Class<?>) Body.class, Body.class,
                new java.lang.annotation.Annotation[0],
                null, null, new ByteArrayInputStream(octets));
    }

    private static Problem problem(String json) {
        return catchThrowableOfType(ProblemException.class, () -> read(json)).problem();
    }

    @Test
    void whatIsOptionalMayBeMissing() throws IOException {
        assertThat(read("{" + WHOLE + "}"))
                .isEqualTo(new Body("x", Role.OPERATOR, Instant.parse("2026-03-01T12:00:00Z"),
                        true, Optional.empty(), OptionalInt.empty(), List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void allOfItIsReadAndWrittenAlike() throws IOException {
        String json = "{" + WHOLE
                + ",'more':'y','number':-7,'list':['a','b'],'inner':{'texts':{'k':['v']}},'others':[]}";
        assertThat(Written.text(read(json))).isEqualTo(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"'nome':1 | nome", "'more':1 | more",
            "'more':null | more",
            "'number':1.5 | number", "'number':1e999 | number", "'number':99999999999 | number",
            "'number':'1' | number",
            "'list':'a' | list", "'list':[1] | list", "'list':[['a']] | list", "'inner':[] | inner",
            "'inner':{} | inner.texts", "'inner':{'text':{}} | inner.text",
            "'inner':{'texts':{'k':'v'}} | inner.texts.k",
            "'more':'a\\u0000b' | more", "'more':'\\ud800' | more", "'more':'a\\nb' | more", "'\\u001b[2J':1 | ?[2J"})
    void eachFaultNamesItsField(String more, String field) {
        Problem problem = problem("{" + WHOLE + "," + more + "}");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"'operator' | 'Operator' | role",
            "'operator' | 'root' | role", "'2026-03-01T12:00:00Z' | 'now' | when",
            "'2026-03-01T12:00:00Z' | '-999999999-01-01T00:00:00Z' | when", "true | 'true' | on",
            "'name':'x', | ^^ | name"})
    void whatIsNeededIsWhatItHasToBe(String right, String wrong, String field) {
        Problem problem = problem("{" + WHOLE.replace(right, wrong) + "}");
        assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"^^", "[]", "1", "null", "{", "{'name':'x','name':'y'}",
            "{'name':'x'}}", "{'name':'x'} {}", "<a/>", "name=x"})
    void whatIsNoObjectIsRefused(String json) {
        assertThat(problem(json).status()).isEqualTo(400);
    }

    @Test
    void aBodyIsBoundedInLengthAndDepth() {
        assertThat(problem("{'name':'" + "x".repeat(Bodies.LARGEST) + "'}").status()).isEqualTo(413);
        assertThat(problem("{'name':" + "[".repeat(30_000) + "]".repeat(30_000) + "}").status()).isEqualTo(400);
        assertThat(problem("{" + "'a':{".repeat(10_000)).status()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsNoUtf8IsRefused() {
        byte[] octets = {'{', '"', (byte) 0xc3, '"', ':', '1', '}'};
        assertThat(
                catchThrowableOfType(ProblemException.class, () -> new Bodies().readFrom(null, null, null, null, null,
                        new ByteArrayInputStream(octets))).problem().status())
                .isEqualTo(400);
    }
}
