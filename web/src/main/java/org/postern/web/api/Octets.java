package org.postern.web.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Hands messages in and out as they are. What is handed out is closed. */
@Provider
@Consumes(Mail.TYPE)
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public class Octets implements MessageBodyReader<InputStream>, MessageBodyWriter<InputStream> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == InputStream.class;
    }

    @Override
    public InputStream readFrom(Class<InputStream> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, String> headers, InputStream body) {
        return body;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return InputStream.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(InputStream octets, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        try (octets) {
            octets.transferTo(out);
        }
    }
}
