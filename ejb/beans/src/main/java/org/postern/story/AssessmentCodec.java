package org.postern.story;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.receiver.Reason;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An assessment as a JSON object: its {@code verdict} in a word, {@code rule}, {@code ground} and {@code evidence} of its reason,
 * {@code symbols}, an array of objects with {@code name}, {@code weight} and {@code evidence}, and {@code authentication}, see
 * {@link MethodResultCodec}; what is empty is left out, and names that are not known are skipped.
 */
public final class AssessmentCodec {
    private AssessmentCodec() {}

    /** {@return the assessment as text, at most 65,536 characters} */
    public static String write(Assessment assessment) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            writeInto(json, assessment);
            json.writeEnd();
        }
        return text.toString();
    }

    static void writeInto(JsonGenerator json, Assessment assessment) {
        if (assessment.verdict() != Verdict.NONE) {
            json.write("verdict", assessment.verdict().word());
        }
        write(json, "rule", assessment.reason().rule());
        write(json, "ground", assessment.reason().ground());
        write(json, "evidence", assessment.reason().evidence());
        if (!assessment.symbols().isEmpty()) {
            json.writeStartArray("symbols");
            assessment.symbols().forEach(symbol -> write(json, symbol));
            json.writeEnd();
        }
        MethodResultCodec.writeInto(json, assessment.authentication());
    }

    private static void write(JsonGenerator json, Symbol symbol) {
        json.writeStartObject().write("name", symbol.name()).write("weight", symbol.weight());
        if (!symbol.evidence().isEmpty()) {
            json.write("evidence", symbol.evidence());
        }
        json.writeEnd();
    }

    private static void write(JsonGenerator json, String name, Optional<String> value) {
        value.ifPresent(text -> json.write(name, text));
    }

    /** {@return the assessment of this text; {@link Assessment#NONE} of what cannot be read, since mail does not wait for that} */
    public static Assessment read(String text) {
        try (JsonParser json = Json.createParser(new StringReader(text))) {
            return json.hasNext() && json.next() == Event.START_OBJECT ? read(json) : Assessment.NONE;
        } catch (JsonException | IllegalArgumentException notOurs) {
            return Assessment.NONE;
        }
    }

    /**
     * {@return the assessment whose object has just begun}
     *
     * @throws IllegalArgumentException when a symbol is none
     */
    static Assessment read(JsonParser json) {
        List<Symbol> symbols = new ArrayList<>();
        List<MethodResult> authentication = new ArrayList<>();
        Map<String, String> values = JsonMembers.read(json,
                Map.of("symbols", array -> JsonMembers.each(array, object -> symbols.add(symbol(object))),
                        "authentication",
                        array -> JsonMembers.each(array, object -> authentication.add(MethodResultCodec.read(object)))),
                Map.of());
        Verdict verdict = Verdict.of(values.getOrDefault("verdict", "")).orElse(Verdict.NONE);
        return new Assessment(symbols, verdict, new Reason(Optional.ofNullable(values.get("rule")),
                Optional.ofNullable(values.get("ground")), Optional.ofNullable(values.get("evidence"))),
                authentication);
    }

    private static Symbol symbol(JsonParser json) {
        Map<String, String> values = JsonMembers.read(json);
        return new Symbol(values.getOrDefault("name", ""), Double.parseDouble(values.getOrDefault("weight", "0")),
                values.getOrDefault("evidence", ""));
    }
}
