package org.postern.web.api;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads the body of a request: one JSON object (RFC 8259) of at most {@value #LARGEST} octets, each name once. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class Bodies implements MessageBodyReader<Record> {
    /** The largest body, in octets: room for the ten thousand keys or addresses that one may have. */
    public static final int LARGEST = 1024 * 1024;
    private static final JsonReaderFactory JSON = Json
            .createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(Class<Record> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        return Fields.read(object(octets(body, LARGEST)), type);
    }

    /** {@return all octets of a body, of which there may be so many} */
    static byte[] octets(InputStream body, int largest) throws IOException {
        byte[] octets = body.readNBytes(largest + 1);
        if (octets.length > largest) {
            throw tooLarge(largest);
        }
        return octets;
    }

    static ProblemException tooLarge(long most) {
        return ProblemException.of(ProblemKind.TOO_LARGE, "A body has at most " + most + " octets here.");
    }

    private static JsonObject object(byte[] octets) {
        if (value(text(octets)) instanceof JsonObject object) {
            return object;
        }
        throw ProblemException.of(ProblemKind.NOT_VALID, "The body is not a JSON object.");
    }

    /** What is nested too deeply, its reader throws as a fault of no kind. */
    private static JsonValue value(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (RuntimeException wrong) {
            throw ProblemException.of(ProblemKind.NOT_VALID,
                    "The body is not valid JSON, is nested too deeply, or has a name twice.");
        }
    }

    static String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.of(ProblemKind.NOT_VALID, "The body is not UTF-8.");
        }
    }
}
