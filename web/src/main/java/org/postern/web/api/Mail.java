package org.postern.web.api;

import java.lang.reflect.Method;
import java.io.InputStream;
import java.util.Arrays;

/** A message as the body of a request: all its octets, as they are. */
public final class Mail {
    /** Its media type. */
    public static final String TYPE = "message/rfc822";
    /** How large it may be, in octets; a server may take less. */
    static final long LARGEST = 10_000_000;

    private Mail() {}

    /** {@return whether this method takes one} */
    static boolean isTakenBy(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(InputStream.class);
    }
}
